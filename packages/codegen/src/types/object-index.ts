import { formatApiVersion, type Kind, type SchemaModel } from "@kubeschema/model";
import { compareText } from "@kubeschema/model/compare-text";
import { fileHeader } from "../header.ts";
import type { OutputFile } from "../output-file.ts";
import { importAlias, type ImportEnding, modulePath } from "./module-path.ts";
import type { TypePlace } from "./type-modules.ts";
import { memberName } from "./type-text.ts";

const indexModule = "objects";

/** Writes the module that knows every kind: by `apiVersion` and `kind`, and as one union distinguished by both. */
export function objectIndex(
  model: SchemaModel,
  places: ReadonlyMap<string, TypePlace>,
  importEnding: ImportEnding,
  generator?: string,
): OutputFile {
  const apiVersions = [...Map.groupBy(model.kinds, formatApiVersion)].sort(([a], [b]) => compareText(a, b));
  const modules = new Set(model.kinds.map(({ definition }) => places.get(definition)?.module ?? ""));
  const member = ({ kind, definition }: Kind): string => {
    const place = places.get(definition);
    return `    ${memberName(kind)}: ${importAlias(place?.module ?? "")}.${place?.name};`;
  };
  const lines = [
    ...fileHeader(model, generator),
    ...[...modules].sort(compareText).map(
      (module) => `import type * as ${importAlias(module)} from "${modulePath(indexModule, module, importEnding)}";`,
    ),
    "",
    "/** The type of every kind, by `apiVersion` and `kind`. */",
    "export interface ObjectsByApiVersion {",
    ...apiVersions.flatMap((
      [apiVersion, kinds],
    ) => [`  ${memberName(apiVersion)}: {`, ...kinds.map(member), "  };"]),
    "}",
    "",
    '/** The type of one kind: `ObjectOf<"networking.k8s.io/v1", "Ingress">`. */',
    "export type ObjectOf<",
    "  ApiVersion extends keyof ObjectsByApiVersion,",
    "  Kind extends keyof ObjectsByApiVersion[ApiVersion],",
    "> = ObjectsByApiVersion[ApiVersion][Kind];",
    "",
    "/** Any object of any kind, distinguished by `apiVersion` and `kind`. */",
    "export type AnyObject = {",
    "  [ApiVersion in keyof ObjectsByApiVersion]: ObjectsByApiVersion[ApiVersion][keyof ObjectsByApiVersion[ApiVersion]];",
    "}[keyof ObjectsByApiVersion];",
  ];
  return { path: `${indexModule}.ts`, text: `${lines.join("\n")}\n` };
}
