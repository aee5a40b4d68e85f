import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { runScript } from "@kubeschema/command-kit/run-script";
import { guideFiles } from "./guide/guide-files.ts";
import { ingressDiffRules } from "./ingress-diff/ingress-diff-rules.ts";
import { validatorsRules } from "./validators/validators-rules.ts";

await runScript<Record<string, never>>({
  name: "docs-rules",
  bin: import.meta.url,
  summary:
    "Writes the input of kubeschema-docs build --rules and --pages: in DIR/rules the rules of ingress-diff and of the " +
    "validators, each with an example and the finding about it, and in DIR/pages the guide. The examples are run; one " +
    "that shows anything else is an error.",
  examples: [
    "npm run inputs -w @kubeschema-tools/docs-rules -- dist",
    "npx kubeschema-docs build --rules dist/rules --pages dist/pages --out site",
  ],
  flags: {},
  operands: { usage: "DIR", expects: "one folder", min: 1, max: 1, completes: "folder" },
  run: async (_options, { world, operands: [folder = ""] }) => {
    const sets = { "1-ingress-diff": await ingressDiffRules(), "2-validators": await validatorsRules() };
    const pages = await guideFiles();
    const files = [
      ...Object.entries(sets).map(([name, set]) => ({
        path: `rules/${name}.json`,
        text: `${JSON.stringify(set, null, 1)}\n`,
      })),
      ...pages.map(({ path, text }) => ({ path: `pages/${path}`, text })),
    ];
    // What an earlier run wrote and this one does not would still be on the site.
    for (const part of ["rules", "pages"]) await rm(join(folder, part), { recursive: true, force: true });
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const counts = Object.values(sets).map(({ title, rules }) => `"${title}" (${rules.length})`);
    world.stderr.write(`Wrote ${counts.join(", ")}, and ${pages.length} pages of the guide\n`);
    return 0;
  },
});
