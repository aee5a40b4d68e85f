// Times the rules alone on a snapshot. Usage: node time-rules.mjs SNAPSHOT
import { readFileSync } from "node:fs";
import process from "node:process";
import { evaluate, observeSnapshot } from "@kubeschema/ingress-diff";

const text = readFileSync(process.argv[2], "utf8");
const at = new Date().toISOString();
const view = await observeSnapshot([{ name: "snapshot", text }], { source: "snapshot", at });
const times = [];
for (let run = 0; run < 7; run++) {
  const start = performance.now();
  const { sources } = evaluate(view, { at });
  times.push(performance.now() - start);
  if (sources.length === 0) throw new Error("the snapshot holds no Ingress");
}
process.stdout.write(JSON.stringify({ first: times[0], median: times.toSorted((a, b) => a - b)[3] }));
