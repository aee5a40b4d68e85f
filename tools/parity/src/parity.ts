import { startApiServer } from "@kubeschema-tools/apiserver";
import process from "node:process";
import { parseArgs } from "node:util";
import { compareKind, type KindReport } from "./compare-kind.ts";
import { formatReport } from "./format-report.ts";
import { kinds } from "./kinds/mod.ts";
import { targetOf } from "./targets.ts";

const help = `Examples:
  npm run parity
  npm run -s parity -w @kubeschema-tools/parity -- --kind Service --count 20000 --seed 7

Starts a real API server, posts mutants of objects to it (nothing is stored), and tells how often our validators say the
same. Exit code 1 if a kind misses its target.

Options:
  --kind NAME   one of ${kinds.map(({ name }) => name).join(", ")}
  --count N     mutants per kind, 5000 by default
  --seed N      another seed makes other mutants, 1 by default
  --json        print the rates and differences as JSON
`;

try {
  process.exitCode = await main();
} catch (error) {
  const isDebug = Boolean(process.env.DEBUG);
  process.stderr.write(`parity: ${error instanceof Error ? (isDebug ? error.stack : error.message) : String(error)}\n`);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean", short: "h" },
      json: { type: "boolean" },
      kind: { type: "string" },
      count: { type: "string", default: "5000" },
      seed: { type: "string", default: "1" },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const wanted = kinds.filter(({ name }) => values.kind === undefined || values.kind === name);
  if (wanted.length === 0) {
    throw new RangeError(`Cannot compare "${values.kind}": want one of ${kinds.map(({ name }) => name).join(", ")}`);
  }
  const count = wholeNumber("--count", values.count);
  const seed = wholeNumber("--seed", values.seed);
  const server = await startApiServer();
  try {
    const reports: KindReport[] = [];
    for (const kind of wanted) {
      if (process.stderr.isTTY) process.stderr.write(`${kind.name}: ${count} mutants\n`);
      reports.push(await compareKind(kind, server, { count, seed }));
    }
    process.stdout.write(values.json ? `${JSON.stringify(reports, null, 2)}\n` : formatReport(reports));
    return reports.every(reachesTarget) ? 0 : 1;
  } finally {
    await server.stop();
  }
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) {
    throw new RangeError(`Cannot use ${name} "${text}": want a whole number`);
  }
  return number;
}

function reachesTarget({ name, count, sameVerdict, sameFaults }: KindReport): boolean {
  const target = targetOf(name);
  return sameVerdict / count >= target.sameVerdict && sameFaults / count >= target.sameFaults;
}
