import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runScript } from "@kubeschema/command-kit/run-script";
import { ingressDiffRules } from "./ingress-diff/ingress-diff-rules.ts";
import { validatorsRules } from "./validators/validators-rules.ts";

await runScript<Record<string, never>>({
  name: "docs-rules",
  bin: import.meta.url,
  summary:
    "Writes the input of kubeschema-docs build --rules: the rules of ingress-diff and of the validators, each with " +
    "an example and the finding about it. The examples are run; one that shows anything else is an error.",
  examples: [
    "npm run rules -w @kubeschema-tools/docs-rules -- rules",
    "npx kubeschema-docs build --rules rules --out site",
  ],
  flags: {},
  operands: { usage: "DIR", expects: "one folder", min: 1, max: 1, completes: "folder" },
  run: async (_options, { world, operands: [folder = ""] }) => {
    const sets = { "1-ingress-diff": await ingressDiffRules(), "2-validators": await validatorsRules() };
    await mkdir(folder, { recursive: true });
    for (const [name, set] of Object.entries(sets)) {
      await writeFile(join(folder, `${name}.json`), `${JSON.stringify(set, null, 1)}\n`);
    }
    world.stderr.write(
      `Wrote ${Object.values(sets).map(({ title, rules }) => `${rules.length} rules of ${title}`).join(" and ")}\n`,
    );
    return 0;
  },
});
