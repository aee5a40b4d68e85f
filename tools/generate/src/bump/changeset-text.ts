import { formatSchemaChanges, type SchemaChange } from "@kubeschema/model";

/** What a changeset tells about a bump. */
export interface BumpNews {
  readonly version: string;
  /** The default before. */
  readonly previous: string;
  readonly dropped?: string;
  /** From `previous` to `version`. */
  readonly changes: readonly SchemaChange[];
  /** Of our packages, `0.3.0`. */
  readonly packageVersion: string;
}

/** The packages whose users see another Kubernetes version. */
const packages = ["codegen", "docs-generator", "types", "validators"];

/**
 * The changeset of a bump, breaking changes first. What breaks a user's build is a major change; before 1.0.0, where
 * semver allows it in a minor one, a minor change.
 */
export function changesetText({ version, previous, dropped, changes, packageVersion }: BumpNews): string {
  const breaks = dropped !== undefined || changes.some(({ isBreaking }) => isBreaking);
  const kind = breaks && !packageVersion.startsWith("0.") ? "major" : "minor";
  const gone = dropped === undefined ? "" : ` The modules of ${dropped} are gone.`;
  const changed = formatSchemaChanges(changes, "markdown").trimEnd() || "The schema is the same.";
  return `---
${packages.map((name) => `"@kubeschema/${name}": ${kind}`).join("\n")}
---

Types, validators and the reference are of Kubernetes ${version} unless another version is named;
${previous} is in the folder \`${previous}/\`.${gone} What changed in the API since ${previous}:

${changed}
`;
}
