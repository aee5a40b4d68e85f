import { describeWithApiServer } from "@kubeschema-tools/apiserver";
import {
  allFaults,
  createHealthyCluster,
  expectedRoot,
  type Fault,
  type HealthyCluster,
  type Injected,
  isIngress,
  type KubeObject,
  type Root,
  rootsOf,
  toRoot,
  zonesOf,
} from "@kubeschema-tools/clusters";
import { createCertificateSet } from "@kubeschema-tools/clusters/certificates";
import type { JsonReport } from "@kubeschema/ingress-diff";
import { beforeAll, describe, expect, test } from "vitest";
import { installBuckets } from "./bucket-kind.ts";
import { readReport } from "./ingress-diff-report.ts";
import { createLiveCluster, type LiveCluster } from "./live-cluster.ts";
import { type CommandResult, runBuilt } from "./run-command.ts";
import { servedSliceVersion } from "./served-slice-version.ts";

// A day later, so that no Ingress is too young to have an address.
const atMs = Date.now() + 24 * 60 * 60 * 1000;
const at = new Date(atMs).toISOString();

const faults = allFaults.filter(({ only }) => only !== "snapshot");

describeWithApiServer("ingress-diff on a real API server", (getServer) => {
  let healthy: HealthyCluster;
  let live: LiveCluster;

  function run(...args: readonly string[]): Promise<CommandResult> {
    return runBuilt("ingress-diff", ["--kubeconfig", getServer().kubeconfigPath, "--at", at, ...args]);
  }

  beforeAll(async () => {
    healthy = createHealthyCluster(faults, {
      certificates: await createCertificateSet(zonesOf(faults), atMs),
      atMs,
      sliceApiVersion: await servedSliceVersion(getServer()),
    });
    await installBuckets(getServer());
    live = createLiveCluster(getServer());
    await live.become(healthy.objects);
  });

  test("exits 0 on a healthy cluster, and finds nothing", async () => {
    const result = await run("-A", "-o", "json");
    const report = readReport(result);
    expect(report.findings).toEqual([]);
    expect(report.version).toBe(1);
    expect(report.observed).toMatchObject({ complete: true });
    const ingresses = healthy.objects.filter(isIngress);
    expect(ingresses.length).toBeGreaterThan(100);
    expect(report.summary).toMatchObject({ ingresses: ingresses.length, failing: 0 });
    expect(report.summary.routes).toBeGreaterThan(ingresses.length);
    expect(result).toMatchObject({ code: 0, stderr: "" });
  });

  test("reports what each route requests and what is behind it", async () => {
    const { observed, ingresses } = readReport(await run("-A", "-o", "json"));
    expect(observed.serverVersion).toMatch(/^v1\.\d+\.\d+/);
    expect(ingresses.find(({ namespace, name }) => namespace === "class-missing" && name === "web")).toEqual({
      namespace: "class-missing",
      name: "web",
      class: "internal",
      classSource: "field",
      addresses: ["lb.internal.example"],
      routes: [{
        host: "www.class-missing.example",
        path: "/",
        pathType: "Prefix",
        tls: { secretName: "web-tls" },
        backend: { kind: "Service", name: "web", port: 80 },
        ready: { ready: 2, total: 2 },
        state: "ok",
        findings: [],
      }],
    });
  });

  test.each(faults.map((fault) => ({ name: `${fault.rule}: ${fault.way}`, fault })))(
    "finds $name, alone, and nothing once it is repaired",
    async ({ fault }) => {
      const injected = healthy.inject(fault);
      await live.become(injected.objects);
      const broken = await run("-A", "-o", "json");
      await live.become(healthy.objects);
      const report = readReport(broken);
      expect(rootsIn(report)).toEqual([expectedRoot(fault, injected)]);
      expect(report.summary.failing).toBe(injected.expect.broken.length);
      // A note changes no exit code.
      expect(broken.code).toBe(fault.severity === "info" ? 0 : 1);
      expect((await run("-A")).code).toBe(0);
    },
  );

  test("keeps the id of a finding when a second Ingress is affected", async () => {
    const fault = faults.find(({ needs }) => needs?.second);
    if (fault === undefined) throw new RangeError("Cannot find a fault that hits two Ingresses");
    const both = healthy.inject(fault);
    await live.become(both.objects);
    const [ofBoth] = readReport(await run("-A", "-o", "json")).findings;
    await live.become(both.objects.filter(({ kind, metadata }) => kind !== "Ingress" || metadata.name !== "again"));
    const one = readReport(await run("-A", "-o", "json")).findings;
    await live.become(healthy.objects);
    const namespace = healthy.namespaceOf(fault);
    const want = expectedRoot(fault, both);
    expect(want.consequences).toEqual([`Ingress ${namespace}/again`, `Ingress ${namespace}/web`]);
    expect(one.map(toRoot)).toEqual([{ ...want, consequences: [`Ingress ${namespace}/web`] }]);
    expect(one[0]?.id).toBe(ofBoth?.id);
  });

  describe("with every fault at once", () => {
    let all: readonly { readonly fault: Fault; readonly injected: Injected }[];
    let json: CommandResult;
    let text: CommandResult;
    let report: JsonReport;
    beforeAll(async () => {
      let objects: readonly KubeObject[] = healthy.objects;
      all = faults.map((fault) => {
        const injected = healthy.inject(fault, objects);
        objects = injected.objects;
        return { fault, injected };
      });
      await live.become(objects);
      [json, text] = await Promise.all([run("-A", "-o", "json"), run("-A")]);
      report = readReport(json);
    });

    test("finds each of them, and no more", () => {
      const want = all.map(({ fault, injected }) => expectedRoot(fault, injected));
      expect(rootsIn(report).toSorted(compareRoots)).toEqual(want.toSorted(compareRoots));
      expect(new Set(report.findings.map(({ id }) => id)).size).toBe(report.findings.length);
      expect(json).toMatchObject({ code: 1, stderr: "" });
    });

    test("names rule, object and consequences in the text, without colour in a pipe", () => {
      expect(text).toMatchObject({ code: 1, stderr: "" });
      for (const { fault: { rule, severity }, injected: { expect: { object, consequences } } } of all) {
        // Without --verbose, notes are only counted.
        if (severity === "info") continue;
        expect(text.stdout).toContain(rule);
        for (const name of [object, ...consequences]) expect(text.stdout).toContain(name.split(" ")[1]);
      }
      expect(text.stdout).not.toContain("\u001b");
    });

    test("writes no key and no certificate", () => {
      for (const { stdout } of [json, text]) {
        expect(stdout).not.toMatch(/PRIVATE KEY|BEGIN CERTIFICATE|LS0tLS1CRUdJTi/);
      }
    });

    test("exits 0 with --exit-zero", async () => {
      expect((await run("-A", "--exit-zero")).code).toBe(0);
    });

    test.each(["tls/certificate-expired", "backend/no-endpoints", "address/pending"])(
      "checks only one namespace with -n: that of %s",
      async (id) => {
        const fault = faults.find(({ rule }) => rule === id);
        if (fault === undefined) throw new RangeError(`Cannot find a fault of ${id}`);
        const only = await run("-n", healthy.namespaceOf(fault), "-o", "json");
        // Classes are of the whole cluster.
        expect(readReport(only).findings.map(({ rule }) => rule).sort()).toEqual(
          [id, "class/multiple-defaults"].sort(),
        );
        expect(only.code).toBe(1);
      },
    );

    test("exits 0 once the cluster is repaired", async () => {
      await live.become(healthy.objects);
      const repaired = await run("-A", "-o", "json");
      expect(readReport(repaired).findings).toEqual([]);
      expect(repaired.code).toBe(0);
    });
  });
});

function rootsIn({ findings }: JsonReport): readonly Root[] {
  return rootsOf(findings).map(toRoot);
}

function compareRoots(a: Root, b: Root): number {
  return `${a.rule} ${a.object}` < `${b.rule} ${b.object}` ? -1 : 1;
}
