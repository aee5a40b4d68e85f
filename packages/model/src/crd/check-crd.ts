import type { Diagnostic } from "../diagnostic.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import { CrdSyntaxError } from "./crd-syntax-error.ts";

/** The checked parts of a CustomResourceDefinition besides its schemas. */
export interface Crd {
  /** The document that it comes from. */
  readonly source: string;
  readonly group: string;
  readonly kind: string;
  readonly listKind: string;
  readonly plural: string;
  readonly isNamespaced: boolean;
  readonly versions: readonly { readonly name: string; readonly schema: JsonObject }[];
}

const labelPattern = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;
const kindPattern = /^[A-Za-z]([-A-Za-z0-9]{0,61}[A-Za-z0-9])?$/;
const subdomainPattern = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/**
 * Checks that a document is a CustomResourceDefinition, and extracts what identifies it.
 *
 * @param source The document that it comes from, for messages.
 * @returns A diagnostic for an object of another kind.
 * @throws {CrdSyntaxError} If it lacks a required part, or has the removed v1beta1 form.
 */
export function checkCrd(document: unknown, source: string): Crd | Diagnostic {
  if (!isJsonObject(document) || document.kind !== "CustomResourceDefinition") {
    const kind = isJsonObject(document) ? JSON.stringify(document.kind) : typeof document;
    const message = `Skipped a document of "${source}": expected a CustomResourceDefinition, found ${kind}`;
    return { code: "NOT_A_CRD", severity: "warning", place: source, message };
  }
  const name = isJsonObject(document.metadata) ? document.metadata.name : undefined;
  const attempt = `Cannot read CustomResourceDefinition ${JSON.stringify(name)} of "${source}"`;
  const { apiVersion, spec } = document;
  if (apiVersion !== "apiextensions.k8s.io/v1") {
    throw new CrdSyntaxError(
      `${attempt}: expected apiVersion "apiextensions.k8s.io/v1", found ${JSON.stringify(apiVersion)}. ` +
        "Try: apply it to a cluster and read it back, which converts it",
    );
  }
  const names = isJsonObject(spec) ? spec.names : undefined;
  if (!isJsonObject(spec) || !isJsonObject(names)) throw new CrdSyntaxError(`${attempt}: expected spec.names`);
  const text = (place: string, value: unknown): string => {
    if (typeof value === "string" && value !== "") return value;
    throw new CrdSyntaxError(`${attempt}: expected a string at ${place}`);
  };
  // The names become names of files and types, so they must be names that the API server accepts.
  const matching = (place: string, value: unknown, pattern: RegExp, what: string): string => {
    const given = text(place, value);
    if (pattern.test(given)) return given;
    throw new CrdSyntaxError(`${attempt}: expected ${what} at ${place}, found ${JSON.stringify(given)}`);
  };
  const kind = matching("spec.names.kind", names.kind, kindPattern, "a kind");
  const versions = Array.isArray(spec.versions) ? spec.versions.filter(isJsonObject) : [];
  if (versions.length === 0) throw new CrdSyntaxError(`${attempt}: expected spec.versions`);
  return {
    source,
    group: matching("spec.group", spec.group, subdomainPattern, "a DNS subdomain"),
    kind,
    listKind: matching("spec.names.listKind", names.listKind ?? `${kind}List`, kindPattern, "a kind"),
    plural: matching("spec.names.plural", names.plural, labelPattern, "a DNS label"),
    isNamespaced: spec.scope !== "Cluster",
    versions: versions.map((version, index) => {
      // Both are required, and follow the schema in most files: a file without them has been cut off.
      for (const mark of ["served", "storage"]) {
        if (typeof version[mark] === "boolean") continue;
        throw new CrdSyntaxError(`${attempt}: expected true or false at spec.versions[${index}].${mark}`);
      }
      return { version, index };
    }).filter(({ version }) => version.served === true).map(({ version, index }) => {
      const schema = isJsonObject(version.schema) ? version.schema.openAPIV3Schema : undefined;
      if (!isJsonObject(schema)) {
        throw new CrdSyntaxError(`${attempt}: expected spec.versions[${index}].schema.openAPIV3Schema`);
      }
      const name = matching(`spec.versions[${index}].name`, version.name, labelPattern, "a DNS label");
      return { name, schema };
    }),
  };
}
