import { expect, test } from "vitest";
import { formatFlagTable } from "./format-flag-table.ts";
import { formatCommandHelp, formatProgramHelp } from "./format-help.ts";
import { shop } from "./testing/shop-program.ts";
import { textWidth } from "./wrap-text.ts";

test("formatProgramHelp() opens with examples, and groups the flags of the default command", () => {
  expect(formatProgramHelp(shop, 80)).toBe(`Examples:
  shop -A -o json
  cat list | shop copy soap

Sells things.

Usage: shop [NAME...] [flags]
       shop COMMAND [flags]

Commands:
  list        list what is in the shop; it runs where no command is named
  copy        copy one thing to a file
  completion  print a script that completes commands, flags and values in bash,
              zsh or fish
  help        print help, or that of a command
  version     print the version

Flags:
  -o, --output FORMAT           how to print it (text, json, wide; default text)
  -A, --all-namespaces          every namespace
      --no-strict               do not report fields that do not exist
      --skip KIND               leave out a kind (may be given again)
      --within T                warn this long before
      --kubernetes-version X.Y  the release

Cluster:
      --context NAME    the default is the kubeconfig's current context
      --as-group GROUP  act as a member of this group (may be given again)

Every command:
  -q, --quiet    print nothing on stderr but errors
  -h, --help     print this
  -v, --version  print the version

"shop help COMMAND" prints the flags of a command.

Exit code: 0 all sold, 1 some left, 2 could not tell (wrong usage, no access,
something that cannot be read). DEBUG=1 shows the stack of an error.
`);
});

test("formatCommandHelp() has the command's own examples, usage and flags", () => {
  expect(formatCommandHelp(shop, "copy", 80)).toMatch(
    /^Examples:\n {2}shop copy soap --out a\.txt\n\nCopies one thing .*\n\nUsage: shop copy THING \[flags\]\n\nFlags:\n/,
  );
});

test.each([40, 60, 80, 200])("help fits a terminal of %i characters", (width) => {
  for (const text of [formatProgramHelp(shop, width), formatCommandHelp(shop, "copy", width)]) {
    expect(text.split("\n").filter((line) => textWidth(line) > Math.max(width, 56))).toEqual([]);
  }
});

test("formatFlagTable() writes an aligned table of Markdown", () => {
  expect(formatFlagTable(shop.commands.copy?.flags ?? {})).toBe(
    `| flag                | meaning           |
| ------------------- | ----------------- |
| \`--out FILE\`        | where to          |
| \`-o, --output FILE\` | the same          |
| \`--from SOURCE\`     | from where        |
| \`--into DIR\`        | into which folder |
`,
  );
});
