import { parseAllDocuments, stringify } from "yaml";
import type { Example } from "./example.ts";
import { type KubeObject, nameOf } from "./kube-object.ts";
import { shop } from "./shop.ts";

const GONE = /^# (\S+ \S+) is not there$/gm;

/** Writes what an example changes: one YAML document per object, and a comment for each that is not there. */
export function formatExample({ objects = [], without = [] }: Example): string {
  const texts = [
    ...without.map((name) => `# ${name} is not there\n`),
    ...objects.map((object) => stringify(object, { lineWidth: 0, aliasDuplicateObjects: false })),
  ];
  return texts.join("---\n");
}

/** Reads what {@link formatExample} wrote, and gives the whole cluster that it describes. */
export function readExample(text: string): readonly KubeObject[] {
  const gone = new Set([...text.matchAll(GONE)].map(([, name = ""]) => name));
  // `formatExample()` wrote them, so each document is such an object; one with nothing but a comment is null.
  const changed = parseAllDocuments(text).map((document) => document.toJS() as KubeObject | null)
    .filter((object) => object !== null);
  const names = new Set(changed.map(nameOf));
  return [...shop.filter((object) => !names.has(nameOf(object)) && !gone.has(nameOf(object))), ...changed];
}
