import { createRequire } from "node:module";
import { dirname } from "node:path";

const require = createRequire(import.meta.url);

/** The packages that the guide has, in the order of its index. */
export const guidePackages = ["ingress-diff", "validators", "docs-generator", "codegen", "types", "model"] as const;

/** One of them. */
export type GuidePackage = (typeof guidePackages)[number];

/** Finds the folder of a package of this repository. */
export function packageFolder(name: GuidePackage): string {
  return dirname(require.resolve(`@kubeschema/${name}/package.json`));
}
