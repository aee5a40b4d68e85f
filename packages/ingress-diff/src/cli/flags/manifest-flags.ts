import {
  type FlagTable,
  inGroup,
  switchFlag,
  textFlag,
  textsFlag,
  UsageError,
  valuesFlag,
} from "@kubeschema/command-kit";
import { parseFieldPath, type PathStep } from "../../drift/field-path.ts";
import type { SnapshotOptions } from "./snapshot-flag.ts";

/** The manifests to compare with. */
export interface ManifestOptions {
  /** Files, folders, or `-`. */
  readonly filename: readonly string[];
}

/** Which changes to leave out. */
export interface IgnoreOptions {
  readonly ignore: readonly (readonly PathStep[])[];
  readonly ignoreManager: readonly string[];
  readonly ignoreOrder: boolean;
}

/** The namespace of manifests that name none. */
export interface UsualNamespaceOptions {
  readonly namespace?: string;
}

/** The flag that names manifests. */
export const manifestFlag: FlagTable<ManifestOptions> = inGroup("Manifests", {
  filename: textsFlag({
    short: "f",
    value: "FILE",
    expects: "a file, a folder or -",
    help: "a file, a folder, or - for stdin",
  }),
});

/** The flag that names the namespace of manifests that name none. */
export const usualNamespaceFlag: FlagTable<UsualNamespaceOptions> = inGroup("Manifests", {
  namespace: textFlag({
    short: "n",
    value: "NS",
    help: "the namespace of manifests that name none; the default is the context's",
  }),
});

/** The flags that say which changes to leave out. */
export const ignoreFlags: FlagTable<IgnoreOptions> = inGroup("Manifests", {
  ignore: valuesFlag({
    value: "FIELDPATH",
    expects: "a field path such as spec.rules[*].http",
    parse: readFieldPath,
    help: "leave out changes there, such as spec.rules[*].http",
  }),
  ignoreManager: textsFlag({ value: "NAME", help: "leave out changes of what this manager owns" }),
  ignoreOrder: switchFlag({ help: "leave out lists that differ in order only" }),
});

/**
 * Sees to it that there is something to compare with, and that stdin is one of both at most.
 *
 * @throws {UsageError} If not.
 */
export function checkManifests({ filename, snapshot }: ManifestOptions & SnapshotOptions): void {
  if (filename.length === 0) throw new UsageError("Cannot tell what to compare with: -f is missing");
  if (filename.includes("-") && snapshot === "-") throw new UsageError("-f and --snapshot cannot both read stdin");
}

function readFieldPath(text: string): readonly PathStep[] | undefined {
  try {
    return parseFieldPath(text);
  } catch {
    return undefined;
  }
}
