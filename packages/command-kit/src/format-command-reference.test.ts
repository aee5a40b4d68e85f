import { expect, test } from "vitest";
import { formatCommandReference } from "./format-command-reference.ts";
import { shop } from "./testing/shop-program.ts";

const reference = formatCommandReference(shop);

test("formatCommandReference() has the commands, and what each exit code means", () => {
  expect(reference).toContain(`# Commands and flags of shop

Sells things.

\`\`\`sh
shop -A -o json
cat list | shop copy soap
\`\`\`

| command `);
  expect(reference).toMatch(
    /^\| \[`list`\]\(#list\) +\| list what is in the shop; it runs where no command is named +\|$/m,
  );
  expect(reference).toMatch(/^\| `help` +\| print help, or that of a command +\|$/m);
  expect(reference).toMatch(/^\| 0 +\| all sold +\|\n\| 1 +\| some left +\|\n\| 2 +\| could not tell/m);
});

test("formatCommandReference() has usage, examples and flags of each command, by their groups", () => {
  expect(reference).toContain("\n## copy\n\nCopies one thing");
  expect(reference).toContain(
    "```sh\nshop copy THING [flags]\n```\n\nExamples:\n\n```sh\nshop copy soap --out a.txt\n```\n",
  );
  const [, list = ""] = /\n## list\n([\s\S]*?)\n## /.exec(reference) ?? [];
  expect(list.match(/^### .*$/gm)).toEqual(["### Flags", "### Cluster"]);
  expect(list).toMatch(/^\| `--as-group GROUP` +\| act as a member of this group \(may be given again\) +\|$/m);
  expect(reference).toMatch(/\n## Flags of every command\n\n\| flag [\s\S]*`-q, --quiet`/);
});

test("formatCommandReference() keeps what is in a sentence from acting in Markdown", () => {
  const page = formatCommandReference({ ...shop, summary: "Sells *all* of <b> and [x]." });
  expect(page).toContain("\nSells \\*all\\* of \\<b> and \\[x\\].\n");
});
