import { formatReference, type KubeObject } from "@kubeschema-tools/clusters";
import { parseAllDocuments, stringify } from "yaml";
import { type Example, shop } from "./shop.ts";

const missingObject = /^# (\S+ \S+) does not exist$/gm;

/** Writes the changes of an example: one YAML document per object, and a comment for each that does not exist. */
export function formatExample({ objects, without }: Example): string {
  const texts = [
    ...without.map((name) => `# ${name} does not exist\n`),
    ...objects.map((object) => stringify(object, { lineWidth: 0, aliasDuplicateObjects: false })),
  ];
  return texts.join("---\n");
}

/** Reads what {@link formatExample} wrote, and returns the whole cluster that it describes. */
export function readExample(text: string): readonly KubeObject[] {
  const gone = new Set([...text.matchAll(missingObject)].map(([, name = ""]) => name));
  // `formatExample()` wrote them, so each document is such an object; one with nothing but a comment is null.
  const changed = parseAllDocuments(text).map((document) => document.toJS() as KubeObject | null)
    .filter((object) => object !== null);
  const names = new Set(changed.map(formatReference));
  return [
    ...shop.filter((object) => !names.has(formatReference(object)) && !gone.has(formatReference(object))),
    ...changed,
  ];
}
