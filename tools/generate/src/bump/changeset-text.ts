import { formatSchemaChanges, type SchemaChange } from "@kubeschema/model";

/** The facts that a changeset states about a bump. */
export interface BumpNews {
  readonly version: string;
  /** The previous default. */
  readonly previous: string;
  readonly dropped?: string;
  /** The changes from `previous` to `version`. */
  readonly changes: readonly SchemaChange[];
  /** Of our packages, `0.3.0`. */
  readonly packageVersion: string;
}

/** The packages whose users notice the new Kubernetes version. */
const packages = ["codegen", "docs-generator", "types", "validators"];

/**
 * Writes the changeset of a bump, with breaking changes first. What breaks a user's build is a major change; before
 * 1.0.0, where semver allows it, a minor one.
 */
export function changesetText({ version, previous, dropped, changes, packageVersion }: BumpNews): string {
  const breaks = dropped !== undefined || changes.some(({ isBreaking }) => isBreaking);
  const kind = breaks && !packageVersion.startsWith("0.") ? "major" : "minor";
  const gone = dropped === undefined ? "" : ` The modules of ${dropped} were removed.`;
  const changed = formatSchemaChanges(changes, "markdown").trimEnd() || "The schema is the same.";
  return `---
${packages.map((name) => `"@kubeschema/${name}": ${kind}`).join("\n")}
---

Types, validators and the reference are of Kubernetes ${version} unless another version is named;
${previous} is in the folder \`${previous}/\`.${gone} What changed in the API since ${previous}:

${changed}
`;
}
