// Times the rules alone on a snapshot. Usage: node time-rules.mjs SNAPSHOT [PREFIX]
// Ingresses whose names begin with PREFIX are left out.
import { readFileSync } from "node:fs";
import process from "node:process";
import { evaluate, observeSnapshot } from "@kubeschema/ingress-diff";

const [, , path, prefix] = process.argv;
const text = readFileSync(path, "utf8");
const at = new Date().toISOString();
const whole = await observeSnapshot([{ name: "snapshot", text }], { source: "snapshot", at });
const ingresses = whole.ingresses.filter(({ name }) => prefix === undefined || !name.startsWith(prefix));
const view = { ...whole, ingresses };
const times = [];
for (let run = 0; run < 9; run++) {
  const start = performance.now();
  const before = process.cpuUsage();
  const { sources } = evaluate(view, { at });
  const { user, system } = process.cpuUsage(before);
  times.push({ wallMs: performance.now() - start, cpuMs: (user + system) / 1000 });
  if (sources.length !== ingresses.length || sources.length === 0) throw new Error("the snapshot was not judged");
}
const middle = (key) => times.map((time) => time[key]).toSorted((a, b) => a - b)[4];
process.stdout.write(
  JSON.stringify({ first: times[0], median: { wallMs: middle("wallMs"), cpuMs: middle("cpuMs") } }),
);
