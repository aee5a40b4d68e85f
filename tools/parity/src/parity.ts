import { startApiServer } from "@kubeschema-tools/apiserver";
import { choiceFlag, countFlagOr, switchFlag } from "@kubeschema/command-kit";
import { runScript } from "@kubeschema/command-kit/run-script";
import { compareKind, type KindReport } from "./compare-kind.ts";
import { formatReport } from "./format-report.ts";
import { kinds } from "./kinds/mod.ts";
import { targetOf } from "./targets.ts";

interface ParityOptions {
  readonly kind?: string;
  readonly count: number;
  readonly seed: number;
  readonly json: boolean;
}

await runScript<ParityOptions>({
  name: "parity",
  bin: import.meta.url,
  summary: "Starts a real API server, posts mutants of objects to it (nothing is stored), and reports how often our " +
    "validators agree.",
  examples: [
    "npm run parity",
    "npm run -s parity -w @kubeschema-tools/parity -- --kind Service --count 20000 --seed 7",
  ],
  flags: {
    kind: choiceFlag({ value: "NAME", choices: kinds.map(({ name }) => name), help: "one kind" }),
    count: countFlagOr({ value: "N", fallback: 5000, help: "mutants per kind" }),
    seed: countFlagOr({ value: "N", min: 0, fallback: 1, help: "the seed of the mutants" }),
    json: switchFlag({ help: "print the rates and differences as JSON" }),
  },
  exitCodes: { ok: "every kind reaches its target", different: "a kind misses its target" },
  run: async ({ kind: wanted, count, seed, json }, { world }) => {
    const server = await startApiServer();
    try {
      const reports: KindReport[] = [];
      for (const kind of kinds.filter(({ name }) => wanted === undefined || wanted === name)) {
        if (world.stderr.isTTY) world.stderr.write(`${kind.name}: ${count} mutants\n`);
        reports.push(await compareKind(kind, server, { count, seed }));
      }
      world.stdout.write(json ? `${JSON.stringify(reports, null, 2)}\n` : formatReport(reports));
      return reports.every(reachesTarget) ? 0 : 1;
    } finally {
      await server.stop();
    }
  },
});

function reachesTarget({ name, count, sameVerdict, sameFaults }: KindReport): boolean {
  const target = targetOf(name);
  return sameVerdict / count >= target.sameVerdict && sameFaults / count >= target.sameFaults;
}
