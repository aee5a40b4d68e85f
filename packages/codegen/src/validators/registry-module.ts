import { formatApiVersion, type Lifecycle, type SchemaModel } from "@kubeschema/model";
import { compareText } from "@kubeschema/model/compare-text";

/** Writes the module that finds the module of kinds for an apiVersion, without the header. */
export function registryCode(
  models: readonly SchemaModel[],
  lifecycles: Readonly<Record<string, Lifecycle>>,
): string {
  const versions = models.map((model, index) => {
    const folder = index === 0 ? "" : `${model.kubernetesVersion}/`;
    const apiVersions = [...new Set(model.kinds.map(formatApiVersion))];
    const lines = apiVersions.map((apiVersion) =>
      `    ${JSON.stringify(apiVersion)}: () => import(${JSON.stringify(`./${folder}${apiVersion}.js`)}),\n`
    );
    return `  ${JSON.stringify(model.kubernetesVersion)}: {\n${lines.join("")}  },\n`;
  });
  const ends = Object.entries(lifecycles).sort(([a], [b]) => compareText(a, b)).map(([kind, lifecycle]) =>
    `  ${JSON.stringify(kind)}: ${JSON.stringify(lifecycle)},\n`
  );
  return `/* @ts-self-types="./registry.d.ts" */\nexport const modules = {\n${versions.join("")}};\n` +
    `export const lifecycles = {\n${ends.join("")}};\n`;
}

/** Writes the declarations that belong to it, without the header. */
export function registryTypes(): string {
  return `/** By Kubernetes version, the default first, and apiVersion: imports the module of its kinds. */
export declare const modules: Readonly<Record<string, Readonly<Record<string, () => Promise<Readonly<Record<string, unknown>>>>>>>;
/** By apiVersion and kind: the versions in which it was introduced, deprecated and removed. */
export declare const lifecycles: Readonly<
  Record<
    string,
    { readonly introduced?: string; readonly deprecated?: string; readonly removed?: string; readonly replacement?: string }
  >
>;
`;
}
