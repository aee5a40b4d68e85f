import { describeWithApiServer } from "@kubeschema-tools/apiserver";
import { allRules, type Finding, type JsonReport } from "@kubeschema/ingress-diff";
import { beforeAll, describe, expect, test } from "vitest";
import { installBuckets } from "./bucket-kind.ts";
import { type Certificate, createCertificate } from "./certificate.ts";
import { formatObject, readReport } from "./ingress-diff-report.ts";
import type { KubeObject } from "./kube-object.ts";
import { type CommandResult, runBuilt } from "./run-command.ts";
import { servedSliceVersion } from "./served-slice-version.ts";
import { apps, healthyShop } from "./shop-cluster.ts";
import { type Fault, shopFaults } from "./shop-faults.ts";
import { shopRoutingFaults } from "./shop-routing-faults.ts";
import { syncObjects } from "./sync-objects.ts";

const day = 24 * 60 * 60 * 1000;
const now = Date.now();
// A day on, so that no Ingress is too young to have an address.
const at = new Date(now + day).toISOString();

describeWithApiServer("ingress-diff on a real API server", (getServer) => {
  let healthy: readonly KubeObject[];
  let faults: readonly Fault[];
  let live: readonly KubeObject[] = [];

  async function toShop(shop: readonly KubeObject[]): Promise<void> {
    await syncObjects(getServer(), live, shop);
    live = shop;
  }
  function run(...args: readonly string[]): Promise<CommandResult> {
    return runBuilt("ingress-diff", ["--kubeconfig", getServer().kubeconfigPath, "--at", at, ...args]);
  }

  beforeAll(async () => {
    healthy = healthyShop({
      sliceApiVersion: await servedSliceVersion(getServer()),
      certificates: Object.fromEntries(
        await Promise.all(apps.map(async ({ host }) => [host, await certificate([host], -1, 90)] as const)),
      ),
    });
    faults = [
      ...shopFaults({
        expired: await certificate(["invoice.example.com"], -90, -1),
        otherHost: await certificate(["*.refund.example.com"], -1, 90),
      }, at),
      ...shopRoutingFaults({
        ending: await certificate(["ending.example.com"], -80, 8),
        early: await certificate(["early.example.com"], 3, 90),
        temporary: await certificate(["temporary.example.com"], -1, 90, "cert-manager.local"),
        cut: await certificate(["cut.example.com"], -1, 90, "Intermediate"),
        extra: await certificate(["extra.example.com", "extra.typo.example.com"], -1, 90),
        other: await certificate(["*.example.com"], -1, 90),
      }),
    ];
    await installBuckets(getServer());
    await toShop(healthy);
  });

  test("exits 0 on a healthy cluster, and finds nothing", async () => {
    const result = await run("-A", "-o", "json");
    const report = readReport(result);
    expect(report.findings).toEqual([]);
    expect(report.version).toBe(1);
    expect(report.observed).toMatchObject({ complete: true });
    expect(report.summary).toMatchObject({ ingresses: apps.length + 2, routes: apps.length + 2, failing: 0 });
    expect(result).toMatchObject({ code: 0, stderr: "" });
  });

  test("reports what each route asks for and what is behind it", async () => {
    const { observed, ingresses } = readReport(await run("-A", "-o", "json"));
    expect(observed.serverVersion).toMatch(/^v1\.\d+\.\d+/);
    expect(ingresses.find(({ namespace, name }) => namespace === "shop" && name === "api")).toEqual({
      namespace: "shop",
      name: "api",
      class: "public",
      classSource: "field",
      addresses: ["203.0.113.10"],
      routes: [{
        host: "api.example.com",
        path: "/",
        pathType: "Prefix",
        tls: { secretName: "api-tls" },
        backend: { kind: "Service", name: "api", port: 8080 },
        ready: { ready: 2, total: 2 },
        state: "ok",
        findings: [],
      }],
    });
  });

  test.each(allRules)(
    "finds $id alone where it is injected alone, and nothing once it is repaired",
    async ({ id }) => {
      const fault = faults.find(({ rule }) => rule === id);
      if (fault === undefined) throw new Error(`Cannot test "${id}": add a fault to shop-faults.ts`);
      await toShop(fault.inject(healthy));
      const broken = await run("-A", "-o", "json");
      await toShop(healthy);
      const { findings } = readReport(broken);
      expect(findings.map(summarize)).toEqual([want(fault)]);
      // A note changes no exit code.
      expect(broken.code).toBe(findings[0]?.severity === "info" ? 0 : 1);
      expect((await run("-A")).code).toBe(0);
    },
  );

  test("keeps the id of a finding when a second Ingress is hit", async () => {
    const fault = faults.find(({ rule }) => rule === "backend/service-missing");
    if (fault === undefined) throw new Error("Cannot find the fault");
    const both = fault.inject(healthy);
    await toShop(both);
    const idOfBoth = readReport(await run("-A", "-o", "json")).findings[0]?.id;
    await toShop(both.filter(({ kind, metadata }) => kind !== "Ingress" || metadata.name !== "web-www"));
    const one = readReport(await run("-A", "-o", "json")).findings;
    await toShop(healthy);
    expect(one.map(summarize)).toEqual([{ ...want(fault), consequences: ["Ingress shop/web"] }]);
    expect(one[0]?.id).toBe(idOfBoth);
  });

  describe("with every fault at once", () => {
    let json: CommandResult;
    let text: CommandResult;
    let report: JsonReport;
    beforeAll(async () => {
      await toShop(faults.reduce((shop, { inject }) => inject(shop), healthy));
      [json, text] = await Promise.all([run("-A", "-o", "json"), run("-A")]);
      report = readReport(json);
    });

    test("finds each of them, and no more", () => {
      const byRule = (a: Said, b: Said): number => (a.rule < b.rule ? -1 : 1);
      expect(report.findings.map(summarize).sort(byRule)).toEqual(faults.map(want).sort(byRule));
      expect(new Set(report.findings.map(({ id }) => id)).size).toBe(faults.length);
      expect(json).toMatchObject({ code: 1, stderr: "" });
    });

    test("names rule, object and consequences in the text, without colour in a pipe", () => {
      expect(text).toMatchObject({ code: 1, stderr: "" });
      // Notes are counted and not told without --verbose.
      const notes = new Set<string>(allRules.filter(({ severity }) => severity === "info").map(({ id }) => id));
      for (const { rule, object, consequences } of faults.filter((fault) => !notes.has(fault.rule))) {
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

    test("looks at one namespace only with -n", async () => {
      const only = await run("-n", "pay", "-o", "json");
      expect(readReport(only).findings.map(({ rule }) => rule).sort()).toEqual([
        // Classes are of the whole cluster.
        "class/multiple-defaults",
        "tls/certificate-expired",
        "tls/host-not-covered",
        "tls/secret-missing",
      ]);
      expect(only.code).toBe(1);
    });

    test("exits 0 once the cluster is repaired", async () => {
      await toShop(healthy);
      const repaired = await run("-A", "-o", "json");
      expect(readReport(repaired).findings).toEqual([]);
      expect(repaired.code).toBe(0);
    });
  });
});

function certificate(
  hosts: readonly string[],
  fromDays: number,
  toDays: number,
  issuerName?: string,
): Promise<Certificate> {
  return createCertificate({
    hosts,
    ...(issuerName === undefined ? {} : { issuerName }),
    notBefore: new Date(now + fromDays * day),
    notAfter: new Date(now + toDays * day),
  });
}

/** What a finding says, in a form that is easy to compare. */
interface Said {
  readonly rule: string;
  readonly outcome: string;
  readonly object: string;
  readonly consequences: readonly string[];
}

function summarize({ rule, outcome, object, consequences = [] }: Finding): Said {
  const broken = consequences.map(formatObject).filter((name) => name !== formatObject(object)).sort();
  return { rule, outcome, object: formatObject(object), consequences: broken };
}

function want({ rule, object, consequences }: Fault): Said {
  return { rule, outcome: "fail", object, consequences: [...consequences].sort() };
}
