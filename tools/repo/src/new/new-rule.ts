import { insertLast, insertSorted } from "./insert-text.ts";
import { toCamel } from "./names.ts";
import { createFile, fillIn, type NewFile, type ReadFile, readList } from "./new-file.ts";

const rules = "packages/ingress-diff/src/rules";

/**
 * A rule of ingress-diff: its own file, a line in the list of rules, a row in the catalogue of faults, and a changeset.
 *
 * @param id Such as `route/never-served`; the family must exist.
 * @throws {SyntaxError} If the id is not one.
 */
export function newRule(id: string, read: ReadFile): readonly NewFile[] {
  const [, family, name] = /^([a-z]+)\/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(id) ?? [];
  const faults = `tools/clusters/src/faults/${family}-faults.ts`;
  if (name === undefined || read(faults) === undefined) {
    throw new SyntaxError(
      `"${id}" is not the id of a rule: expected a family and a name in lower case, such as route/never-served. ` +
        "Families: class, address, backend, tls, route, event, api",
    );
  }
  const file = `${family}/${family}-${name}.ts`;
  const list = `${rules}/rule-list.ts`;
  return [
    createFile(read, `${rules}/${file}`, ruleText(id, faults)),
    {
      path: list,
      text: insertSorted(
        readList(read, list),
        `export { ${toCamel(id)} } from "./${file}";`,
        /^export \{ \w+ \} from "\.\/([^"]+)\.ts";$/,
      ),
    },
    {
      path: faults,
      text: insertLast(readList(read, faults), rowText(id), /^export const \w+: readonly FaultRow\[\] = \[$/),
    },
    createFile(read, `.changeset/${id.replace("/", "-")}.md`, changesetText(id)),
  ];
}

function ruleText(id: string, faults: string): string {
  return `import type { Rule } from "../rule/rule.ts";

const id = "${id}";

/**
 * ${fillIn} what is wrong, and why it is.
 *
 * @see {@link https://kubernetes.io/docs/concepts/services-networking/ingress/ ${fillIn} the source}
 */
export const ${toCamel(id)}: Rule<typeof id> = {
  id,
  summary: "${fillIn} what is wrong, in one sentence",
  severity: "warning",
  why: "${fillIn} what breaks, in one sentence",
  fix: "${fillIn} what to do, beginning with a verb",
  scope: "view",
  example: {
    // The same words as in ${faults}.
    given: "${fillIn} what happened, in a few words",
    says: /^${fillIn} what the finding says$/,
  },
  check: (_context) => {
    // ${fillIn} a fault for each object that is wrong; the neighbouring rules show how.
    return [];
  },
};
`;
}

function rowText(id: string): string {
  return `  {
    rule: "${id}",
    way: "${fillIn} what happened, in a few words",
    severity: "warning",
    inject: (_place) => {
      throw new Error("${fillIn} how ${id} comes about, as the neighbouring rows do");
    },
  },`;
}

function changesetText(id: string): string {
  return `---
"@kubeschema/ingress-diff": minor
---

\`${id}\`: ${fillIn} what users now see, in a sentence or two.
`;
}
