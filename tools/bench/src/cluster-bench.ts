import { mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { type ApiServer, findBinaries, startApiServer } from "@kubeschema-tools/apiserver";
import { createCertificateSet } from "@kubeschema-tools/clusters/certificates";
import { countFlagOr, textFlag } from "@kubeschema/command-kit";
import { runScript } from "@kubeschema/command-kit/run-script";
import { alignTable } from "./align-table.ts";
import { run, runWithMemory } from "./child-process.ts";
import { clusterObjects, type ClusterSize } from "./cluster-objects.ts";
import { fillCluster } from "./fill-cluster.ts";
import { measureFirstRequest } from "./first-request.ts";
import { median } from "./median.ts";

const ingressDiff = fileURLToPath(
  import.meta.resolve("@kubeschema/ingress-diff/package.json").replace(
    "package.json",
    "bin/ingress-diff.js",
  ),
);
/** The lists that the rules need, which are most of ingress-diff's requests. */
const lists = [
  "/apis/networking.k8s.io/v1/ingresses",
  "/apis/networking.k8s.io/v1/ingressclasses",
  "/api/v1/services",
  "/apis/discovery.k8s.io/v1beta1/endpointslices",
  "/api/v1/secrets?fieldSelector=type%3Dkubernetes.io%2Ftls",
  "/api/v1/events?fieldSelector=type%3DWarning",
];

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const say = (line: string): void => void process.stderr.write(`${line}\n`);

interface ClusterBenchOptions {
  readonly ingresses: number;
  readonly services: number;
  readonly wide: number;
  readonly runs: number;
  readonly command?: string;
}

await runScript<ClusterBenchOptions>({
  name: "cluster-bench",
  bin: import.meta.url,
  summary:
    'Fills a real API server, and times "ingress-diff -A -o json" on it, compared with only fetching and parsing ' +
    "the same lists. It needs a build and the API server's binaries (npx kubeschema-apiserver install).",
  examples: [
    "node --conditions=@kubeschema/source tools/bench/src/cluster-bench.ts",
    "node --conditions=@kubeschema/source tools/bench/src/cluster-bench.ts --ingresses 3000 --wide 0",
  ],
  flags: {
    ingresses: countFlagOr({ value: "N", min: 0, fallback: 20_000, help: "Ingresses with two paths and TLS" }),
    services: countFlagOr({ value: "N", min: 0, fallback: 5000, help: "Services; each has two EndpointSlices" }),
    wide: countFlagOr({ value: "N", min: 0, fallback: 10, help: "additional Ingresses with 10000 rules each" }),
    runs: countFlagOr({ value: "N", fallback: 3, help: "runs of each" }),
    command: textFlag({
      value: "FILE",
      help: "the program to measure, such as that of another version; by default, ours as it was last built",
    }),
  },
  run: async ({ ingresses, services, wide, runs, command }, { world }) => {
    const size: ClusterSize = {
      ingresses,
      services,
      slices: services * 2,
      classes: 500,
      namespaces: 50,
      secrets: 2000,
      wideIngresses: wide,
      rulesPerWideIngress: 10_000,
    };
    // The audit log, which tests read, would be a large part of what is measured.
    const server = await startApiServer({
      flags: { "audit-log-path": null, "audit-policy-file": null, "max-requests-inflight": "4000" },
    });
    try {
      say(`filling the cluster: ${ingresses} + ${wide} Ingresses, ${services} Services, ${size.slices} EndpointSlices`);
      const { good } = await createCertificateSet(["bench.example.com"], Date.now());
      await fillCluster(server, clusterObjects(size, good), (count) => say(`${count} objects`));
      world.stdout.write(await measure(server, size, { runs, command: resolve(command ?? ingressDiff) }));
    } finally {
      await server.stop();
    }
    return 0;
  },
});

async function measure(
  server: ApiServer,
  size: ClusterSize,
  { runs, command }: { readonly runs: number; readonly command: string },
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kubeschema-bench-"));
  const cwd = folder;
  try {
    const kubeconfig = server.kubeconfigPath;
    const raw: Sample[] = [];
    const ours: Sample[] = [];
    const formats = new Map<string, Sample[]>([["text", []], ["html", []]]);
    let requests = 0;
    let said = "";
    const report = [command, "-A", "--exit-zero", "--kubeconfig", kubeconfig];
    for (let round = 0; round < runs; round++) {
      say(`round ${round + 1} of ${runs}`);
      raw.push(await runTimed([here("raw-lists.mjs"), kubeconfig, ...lists], { cwd: here("."), folder }));
      const sample = await runTimed([...report, "-o", "json"], { cwd, folder });
      ours.push(sample);
      const parsed: {
        readonly observed: { readonly requests: number };
        readonly summary: object;
      } = JSON.parse(sample.stdout);
      requests = parsed.observed.requests;
      said = JSON.stringify(parsed.summary);
      for (const [format, samples] of formats) {
        samples.push(await runTimed([...report, "-o", format], { cwd, folder }));
      }
    }
    const kubectl = join(findBinaries(process.env) ?? "", "kubectl");
    const listed = await run(kubectl, ["get", "ingresses", "-A", "--kubeconfig", kubeconfig], { cwd });
    const snapshot = join(folder, "snapshot.json");
    await run(process.execPath, [command, "snapshot", "-A", "-o", snapshot, "--kubeconfig", kubeconfig], { cwd });
    const timeRules = async (...args: readonly string[]): Promise<RulesTime> =>
      JSON.parse((await run(process.execPath, [here("time-rules.mjs"), snapshot, ...args], { cwd: here(".") })).stdout);
    const rules = await timeRules();
    const narrowRules = await timeRules("wide-");
    const firstRequestMs = await measureFirstRequest(command, 9);
    const base = median(raw.map(({ wallMs }) => wallMs));
    const seconds = (ms: number | undefined): string => ms === undefined ? "" : `${(ms / 1000).toFixed(2)} s`;
    const row = (name: string, { wallMs, cpuMs, peakBytes }: Row): readonly string[] => [
      name,
      seconds(wallMs),
      `${(wallMs / base).toFixed(2)} x`,
      seconds(cpuMs),
      peakBytes === undefined ? "" : `${Math.round(peakBytes / 2 ** 20)} MiB`,
    ];
    const summarize = (samples: readonly Sample[]): Row => ({
      wallMs: median(samples.map(({ wallMs }) => wallMs)),
      cpuMs: median(samples.map(({ cpuMs }) => cpuMs)),
      peakBytes: Math.max(...samples.map(({ peakBytes }) => peakBytes)),
    });
    return `${availableParallelism()} cores, Node ${process.versions.node}; ${size.ingresses} Ingresses with 2 paths, ` +
      `${size.wideIngresses} with ${size.rulesPerWideIngress} rules, ${size.services} Services, ${size.slices} ` +
      `EndpointSlices, ${size.secrets} Secrets, ${size.classes} classes; ${runs} runs\n\n${
        alignTable([
          ["what", "wall", "ratio", "processor", "peak memory"],
          row("the same lists, fetched and parsed", summarize(raw)),
          row("`ingress-diff -A -o json`", summarize(ours)),
          ...[...formats].map(([format, samples]) => row(`\`ingress-diff -A -o ${format}\``, summarize(samples))),
          row("`kubectl get ingresses -A`", { wallMs: listed.wallMs }),
          row("rules alone, first time", rules.first),
          row("rules alone, warm", rules.median),
          row("the same without the wide Ingresses, first time", narrowRules.first),
          row("the same without the wide Ingresses, warm", narrowRules.median),
        ])
      }\n${requests} requests; first request ${firstRequestMs.toFixed(0)} ms after the start; ${said}\n`;
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Sample {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly stdout: string;
  readonly peakBytes: number;
}

/** The cells of one line of the table; what was not measured is left empty. */
type Row = Pick<Sample, "wallMs"> & Partial<Pick<Sample, "cpuMs" | "peakBytes">>;

interface RulesTime {
  readonly first: Row;
  readonly median: Row;
}

/** Runs a Node program and measures its processor time, which other work on the machine affects less. */
async function runTimed(
  args: readonly string[],
  { cwd, folder }: { readonly cwd: string; readonly folder: string },
): Promise<Sample> {
  const recorder = new URL("./cluster-processor-time.mjs", import.meta.url);
  const file = join(folder, "processor-time");
  recorder.searchParams.set("file", file);
  const result = await runWithMemory(process.execPath, [`--import=${recorder.href}`, ...args], { cwd });
  return { ...result, cpuMs: Number(await readFile(file, "utf8")) };
}
