import type { JsonObject } from "../observe/json-value.ts";
import type { IngressVersion } from "./ingress-version.ts";

/** One source of manifests, such as a file, decoded. */
export interface ManifestSource {
  /** A path, or `stdin`. */
  readonly name: string;
  readonly documents: Iterable<DecodedDocument>;
}

/** One document of a manifest, of YAML or JSON. */
export interface DecodedDocument {
  readonly value: unknown;
  /** Why it cannot be read; there is no value then. */
  readonly problem?: string;
  /** Finds the line of a field, or of the closest one there is; without it every line is the first. */
  readonly lineOf?: (path: readonly (string | number)[]) => number;
}

/** A place in a manifest file. */
export interface ManifestPlace {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** One Ingress as a manifest asks for it. */
export interface IngressManifest {
  readonly namespace: string;
  readonly name: string;
  readonly apiVersion: IngressVersion;
  /** The object as written, with its namespace. */
  readonly object: JsonObject;
  /** Where it starts. */
  readonly place: ManifestPlace;
  /** Finds the line of a field, such as `["spec", "rules", 0, "host"]`; that of the closest one there is. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

/** Something that is wrong with a manifest. */
export interface ManifestIssue extends ManifestPlace {
  /** As the API server writes it: `spec.rules[0].host`; `""` is the object itself. */
  readonly fieldPath: string;
  readonly message: string;
}

/** What some texts ask for. */
export interface Manifests {
  readonly ingresses: readonly IngressManifest[];
  /** Objects of other kinds. */
  readonly otherCount: number;
  /** What cannot be read, and so might be an Ingress. */
  readonly issues: readonly ManifestIssue[];
}
