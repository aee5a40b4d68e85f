import { startApiServer } from "@kubeschema-tools/apiserver";
import { choiceFlag, countFlagOr, exitCode, kubernetesVersionFlag, switchFlag } from "@kubeschema/command-kit";
import { runScript } from "@kubeschema/command-kit/run-script";
import { compareKind, type KindReport } from "./compare-kind.ts";
import { formatReport } from "./format-report.ts";
import { kinds } from "./kinds/mod.ts";
import { targetOf } from "./targets.ts";

interface ParityOptions {
  readonly version?: string;
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
    "npm run -s parity -w @kubeschema-tools/parity -- --version 1.37 --kind Service --count 20000 --seed 7",
  ],
  flags: {
    version: kubernetesVersionFlag({ help: "the release of Kubernetes that judges; kubeschema-apiserver lists them" }),
    kind: choiceFlag({ value: "NAME", choices: kinds.map(({ name }) => name), help: "one kind" }),
    count: countFlagOr({ value: "N", fallback: 5000, help: "mutants per kind" }),
    seed: countFlagOr({ value: "N", min: 0, fallback: 1, help: "the seed of the mutants" }),
    json: switchFlag({ help: "print the rates and differences as JSON" }),
  },
  exitCodes: {
    ok: "every kind reaches its target",
    different: "a kind misses its target",
    unknown: "the server has none of the kinds",
  },
  run: async ({ version, kind: wanted, count, seed, json }, { world, program }) => {
    const server = await startApiServer(version === undefined ? {} : { version });
    world.stderr.write(`${program}: Kubernetes ${server.version} judges\n`);
    try {
      const reports: KindReport[] = [];
      for (const kind of kinds.filter(({ name }) => wanted === undefined || wanted === name)) {
        if (world.stderr.isTTY) world.stderr.write(`${kind.name}: ${count} mutants\n`);
        const report = await compareKind(kind, server, { count, seed });
        if (report !== undefined) reports.push(report);
        else {world.stderr.write(
            `${program}: Kubernetes ${server.version} does not serve ${kind.name}, which is left out\n`,
          );}
      }
      world.stdout.write(json ? `${JSON.stringify(reports, null, 2)}\n` : formatReport(reports));
      if (reports.length === 0) return exitCode.unknown;
      return reports.every(reachesTarget) ? exitCode.ok : exitCode.different;
    } finally {
      await server.stop();
    }
  },
});

function reachesTarget({ name, count, sameVerdict, sameFaults }: KindReport): boolean {
  const target = targetOf(name);
  return sameVerdict / count >= target.sameVerdict && sameFaults / count >= target.sameFaults;
}
