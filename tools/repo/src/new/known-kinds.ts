import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { repositoryRoot } from "../package-folder.ts";

/** A kind of the default Kubernetes version. */
export interface KnownKind {
  /** `""` for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly isNamespaced: boolean;
}

/**
 * Reads every kind that has an endpoint from the schema that the documentation is made from.
 *
 * @throws {Error} If it has not been generated.
 */
export function readKnownKinds(): readonly KnownKind[] {
  const folder = join(repositoryRoot, "packages/docs-generator/src/gen/schemas");
  try {
    const index: { readonly default: string } = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
    const schema: { readonly kinds: readonly Partial<KnownKind>[] } = JSON.parse(
      gunzipSync(readFileSync(join(folder, `${index.default}.json.gz`))).toString(),
    );
    return schema.kinds.flatMap(({ group = "", version = "", kind = "", plural, isNamespaced = false }) =>
      plural === undefined ? [] : [{ group, version, kind, plural, isNamespaced }]
    );
  } catch (cause) {
    throw new Error("Cannot read the kinds of Kubernetes. Try: npm run generate", { cause });
  }
}

/**
 * Finds a kind by its name, or by apiVersion and name if a certain version is meant.
 *
 * @param name Such as `HorizontalPodAutoscaler`, which is that of the newest stable version, or
 * `autoscaling/v1/HorizontalPodAutoscaler`.
 * @throws {SyntaxError} If there is no such kind.
 */
export function findKind(kinds: readonly KnownKind[], name: string): KnownKind {
  const parts = name.split("/");
  const wanted = parts.at(-1) ?? "";
  const apiVersion = parts.slice(0, -1).join("/");
  const found = kinds.filter(({ group, version, kind }) =>
    kind === wanted && (apiVersion === "" || apiVersion === (group === "" ? version : `${group}/${version}`))
  );
  const [best] = found.toSorted((a, b) => rank(b.version) - rank(a.version));
  if (best !== undefined) return best;
  const near = kinds.find(({ kind }) => kind.toLowerCase() === wanted.toLowerCase());
  const hint = near === undefined ? "" : `. Did you mean ${near.kind}?`;
  throw new SyntaxError(`"${name}" is not a kind of Kubernetes: expected one such as HorizontalPodAutoscaler${hint}`);
}

/** Stable versions before beta ones, and those before alpha ones; the newest of each first. */
function rank(version: string): number {
  const [, major = "0", stage = "", minor = "0"] = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version) ?? [];
  return (["alpha", "beta", ""].indexOf(stage) * 100 + Number(major)) * 100 + Number(minor);
}
