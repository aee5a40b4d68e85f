import { describeWithApiServer } from "@kubeschema-tools/apiserver";
import { ingress, ingressClass, type KubeObject, serviceBackend } from "@kubeschema-tools/clusters";
import { expect, test } from "vitest";
import { readReport } from "./ingress-diff-report.ts";
import { createLiveCluster } from "./live-cluster.ts";
import { runBuilt } from "./run-command.ts";

const ingressCount = 1_203;
const readable = [
  { apiGroups: ["networking.k8s.io"], resources: ["ingresses", "ingressclasses"], verbs: ["list"] },
  { apiGroups: [""], resources: ["services", "secrets", "events"], verbs: ["list"] },
  { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: ["list"] },
];

describeWithApiServer("ingress-diff on many Ingresses", (getServer) => {
  test("reads pages of at most 500, in a number of requests that does not grow with the Ingresses", async () => {
    const server = getServer();
    await createLiveCluster(server).become(cluster());
    const kubeconfig = await server.addUser("pager", { rules: readable });
    const result = await runBuilt("ingress-diff", ["-A", "-o", "json", "--kubeconfig", kubeconfig]);
    const report = readReport(result);

    expect(report.ingresses).toHaveLength(ingressCount);
    // One Service is missing, and all Ingresses depend on it: one finding.
    const missing = report.findings.filter(({ rule }) => rule === "backend/service-missing");
    expect(missing).toHaveLength(1);
    expect(missing[0]?.consequences).toHaveLength(ingressCount);
    expect(result.code).toBe(1);

    const requests = (await server.requests()).filter(({ user }) => user === "pager");
    const lists = requests.filter(({ uri }) => uri.includes("/ingresses?"));
    expect(lists).toHaveLength(Math.ceil(ingressCount / 500));
    for (const { uri } of lists) expect(new URL(uri, server.url).searchParams.get("limit")).toBe("500");
    expect(requests.length).toBeLessThan(20);
    expect(report.observed.requests).toBe(requests.length);
    // Read-only, and never one request per object.
    expect(new Set(requests.map(({ verb }) => verb).filter((verb) => verb !== "list"))).toEqual(new Set(["get"]));
    for (const { verb, uri } of requests) if (verb === "get") expect(uri).toMatch(/^\/(api|apis|version)\b[^?]*$/);
  });
});

function cluster(): readonly KubeObject[] {
  const ingresses = Array.from({ length: ingressCount }, (_, index) =>
    ingress({
      namespace: "many",
      name: `ingress-${index}`,
      className: "many",
      host: `h${index}.example.com`,
      backend: serviceBackend("gone", 80),
      status: [],
    }));
  return [ingressClass("many"), ...ingresses];
}
