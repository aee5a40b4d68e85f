import process from "node:process";
import { type ApiServer, describeWithApiServer } from "@kubeschema-tools/apiserver";
import { ingress, ingressClass, type KubeObject, serviceBackend, warningEvent } from "@kubeschema-tools/clusters";
import {
  createApiClient,
  evaluate,
  type Evaluation,
  type Finding,
  findLostAddresses,
  loadConnection,
  observeCluster,
} from "@kubeschema/ingress-diff";
import { beforeAll, expect, test } from "vitest";
import { collectionPath, objectPath } from "./object-path.ts";
import { runKubectl } from "./run-kubectl.ts";

const [publicAddress, internalAddress] = ["203.0.113.10", "203.0.113.20"];
/** The tests take a second; the statuses must be older than anything that they do. */
const longAgo = "2020-01-01T00:00:00Z";
const families = /^(?:class|address|event|api)\//;

describeWithApiServer("ingress-diff on who wrote what", (getServer) => {
  beforeAll(async () => {
    const server = getServer();
    const names = { public: ["a", "b", "c", "switched", "edited"], internal: ["x", "y", "z"] } as const;
    await create(server, { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } });
    for (const name of ["public", "internal"]) await create(server, ingressClass(name));
    for (const [className, ofClass] of Object.entries(names)) {
      for (const name of ofClass) {
        await create(server, ingressOf(name, className));
        // A controller's name is what comes before the slash in its User-Agent.
        await publish(
          server,
          name,
          className === "public" ? publicAddress : internalAddress,
          `${className}-controller`,
        );
        await backdate(server, name);
      }
    }
  });

  test("finds nothing while every Ingress has the address of its class", async () => {
    expect((await look(getServer())).found.map(say)).toEqual([]);
  });

  test("finds nothing after an edit of a rule, though it is newer than the status", async () => {
    const path = '[{"op":"replace","path":"/spec/rules/0/http/paths/0/path","value":"/new"}]';
    await runKubectl(getServer(), "patch", "ingress", "edited", "-n", "shop", "--type=json", "-p", path);
    const { evaluation, found } = await look(getServer());
    expect(found.map(say)).toEqual([]);
    const writers = evaluation.view.ingresses.find(({ name }) => name === "edited")?.writers ?? [];
    const timeOf = (isOwner: (writer: (typeof writers)[number]) => boolean): string =>
      writers.filter(isOwner).map(({ time = "" }) => time).sort().at(-1) ?? "";
    expect(timeOf(({ ownsStatus }) => ownsStatus)).toBe(longAgo);
    expect(timeOf(({ ownsOtherFields }) => ownsOtherFields) > longAgo).toBe(true);
  });

  test("writing the same address again moves no time: time alone could never be enough", async () => {
    await publish(getServer(), "a", publicAddress, "public-controller");
    const { evaluation } = await look(getServer());
    const status = evaluation.view.ingresses.find(({ name }) => name === "a")?.writers.find((one) => one.ownsStatus);
    expect(status).toMatchObject({ manager: "public-controller", time: longAgo });
  });

  test("names who switched a class, and when, in exactly one finding", async () => {
    const patch = '{"spec":{"ingressClassName":"internal"}}';
    const before = new Date(Date.now() - 2_000).toISOString();
    await runKubectl(getServer(), "patch", "ingress", "switched", "-n", "shop", "--type=merge", "-p", patch);
    const { found } = await look(getServer());
    expect(found.map(say)).toEqual(["address/wrong-load-balancer fail error Ingress switched"]);
    const [, manager, time = "", status] =
      /; "([^"]+)" set the class at (\S+), after "([^"]+)" had written the status at 2020-01-01T00:00:00Z$/.exec(
        found[0]?.is ?? "",
      ) ?? [];
    expect([manager, status]).toEqual(["kubectl-patch", "public-controller"]);
    expect(time > before).toBe(true);
    expect(found[0]?.should).toContain(internalAddress);
  });

  test("finds nothing once the new controller has written its address", async () => {
    await publish(getServer(), "switched", internalAddress, "internal-controller");
    expect((await look(getServer())).found.map(say)).toEqual([]);
  });

  test("reports an address that was lost between two observations, and who last wrote the status", async () => {
    const server = getServer();
    const earlier = (await look(server)).evaluation;
    const response = await server.request("PATCH", `${pathOf("z")}/status`, { status: { loadBalancer: null } }, {
      "user-agent": "internal-controller/2.0",
    });
    expect(response.status).toBe(200);
    const { evaluation, found } = await look(server);
    const lost = findLostAddresses(earlier, evaluation);
    expect(lost.map(say)).toEqual(["address/lost fail error Ingress z"]);
    expect(lost[0]?.should).toBe(`an address, as before: ${internalAddress}`);
    // The later observation alone can only say that there is none.
    expect(found.map(say)).toEqual(["address/pending fail error Ingress z"]);
    await publish(server, "z", internalAddress, "internal-controller");
  });

  test("joins a warning to the Ingress by its uid, and leaves out that of an earlier one", async () => {
    const server = getServer();
    const { uid } = (await read(server, "b")).metadata;
    await warn(server, "b", { uid: "0b1e0000-0000-4000-8000-000000000000", reason: "OfAnEarlierOne" });
    await warn(server, "b", { uid, reason: "FailedBuildModel" });
    const { found } = await look(server);
    expect(found.map(say)).toEqual(["event/warning fail warning Ingress b"]);
    expect(found[0]?.is).toMatch(/^FailedBuildModel: no subnet \(7 times, last at /);
  });

  test("says which client wrote a removed version, with its time", async () => {
    const server = getServer();
    const object = {
      apiVersion: "networking.k8s.io/v1beta1",
      kind: "Ingress",
      metadata: { namespace: "shop", name: "old" },
      spec: { ingressClassName: "public", backend: { serviceName: "web", servicePort: 80 } },
    };
    await create(server, object, { "user-agent": "old-pipeline/1.0" });
    await publish(server, "old", publicAddress, "public-controller");
    const { found } = await look(server);
    const note = found.find(({ rule }) => rule === "api/removed-version-writer");
    expect(note).toMatchObject({ severity: "info", consequences: [{ namespace: "shop", name: "old" }] });
    expect(note?.is).toMatch(/^"old-pipeline" wrote 1 Ingress through networking.k8s.io\/v1beta1, the last time at 20/);
  });

  test("looks for the parameters of classes, and distinguishes a missing object from a missing kind", async () => {
    const server = getServer();
    const apiGroup = "networking.k8s.io";
    await create(server, ingressClass("found", {}, { parameters: { apiGroup, kind: "IngressClass", name: "public" } }));
    await create(server, ingressClass("lost", {}, { parameters: { apiGroup, kind: "IngressClass", name: "gone" } }));
    await create(server, ingressClass("somewhere", {}, { parameters: { kind: "ConfigMap", name: "any" } }));
    await create(
      server,
      ingressClass("unknown", {}, { parameters: { apiGroup: "x.example.com", kind: "Settings", name: "any" } }),
    );
    const { found } = await look(server);
    const ofRule = found.filter(({ rule }) => rule === "class/parameters-missing");
    expect(ofRule.map(({ object, outcome, is }) => [object.name, outcome, is]).toSorted()).toEqual([
      ["lost", "fail", 'names IngressClass.networking.k8s.io "gone", which does not exist'],
      ["somewhere", "unknown", "could not be checked: a ConfigMap has a namespace, and none is named"],
      [
        "unknown",
        "fail",
        'names Settings.x.example.com "any", and the server has no kind "Settings" in the group "x.example.com"',
      ],
    ]);
  });
});

function ingressOf(name: string, className: string): KubeObject {
  return ingress({ name, className, host: `${name}.example.com`, backend: serviceBackend("web", 80) });
}

function pathOf(name: string): string {
  return objectPath(ingressOf(name, ""));
}

async function create(
  server: ApiServer,
  object: KubeObject,
  headers: Readonly<Record<string, string>> = { "user-agent": "deployer/1.0" },
): Promise<void> {
  const { status, body } = await server.request("POST", collectionPath(object), object, headers);
  if (status !== 201) {
    throw new Error(`Cannot create ${object.kind} "${object.metadata.name}": ${JSON.stringify(body)}`);
  }
}

async function publish(server: ApiServer, name: string, ip: string, controller: string): Promise<void> {
  const status = { loadBalancer: { ingress: [{ ip }] } };
  const headers = { "user-agent": `${controller}/1.0` };
  const answer = await server.request("PATCH", `${pathOf(name)}/status`, { status }, headers);
  if (answer.status !== 200) throw new Error(`Cannot publish "${name}": ${JSON.stringify(answer.body)}`);
}

interface LiveObject extends KubeObject {
  readonly metadata: KubeObject["metadata"] & { readonly uid: string; readonly managedFields: readonly object[] };
}

async function read(server: ApiServer, name: string): Promise<LiveObject> {
  const { status, body } = await server.request("GET", pathOf(name));
  if (status !== 200) throw new Error(`Cannot read "${name}": ${JSON.stringify(body)}`);
  return body as LiveObject; // what the API server answers to this path
}

/** The API server stores the times of managedFields as they are sent. */
async function backdate(server: ApiServer, name: string): Promise<void> {
  const object = await read(server, name);
  const managedFields = object.metadata.managedFields.map((entry) => ({ ...entry, time: longAgo }));
  const answer = await server.request("PUT", pathOf(name), {
    ...object,
    metadata: { ...object.metadata, managedFields },
  });
  if (answer.status !== 200) throw new Error(`Cannot backdate "${name}": ${JSON.stringify(answer.body)}`);
}

async function warn(
  server: ApiServer,
  name: string,
  { uid, reason }: { readonly uid: string; readonly reason: string },
): Promise<void> {
  const event = warningEvent(name, {
    uid,
    reason,
    message: "no subnet",
    count: 7,
    lastSeenAt: new Date().toISOString().replace(/\.\d+/, ""),
  });
  const answer = await server.request("POST", "/api/v1/namespaces/shop/events", event);
  if (answer.status !== 201) throw new Error(`Cannot record "${reason}": ${JSON.stringify(answer.body)}`);
}

async function look(
  server: ApiServer,
): Promise<{ readonly evaluation: Evaluation; readonly found: readonly Finding[] }> {
  const connection = await loadConnection({
    env: process.env,
    kubeconfig: server.kubeconfigPath,
    timeoutMs: 30_000,
  });
  // Half an hour later: old enough to need an address, young enough for a warning to be current.
  const at = new Date(Date.now() + 30 * 60_000).toISOString();
  const view = await observeCluster(createApiClient(connection), { source: "test", at });
  const evaluation = evaluate(view, { at });
  return { evaluation, found: evaluation.findings.filter(({ rule }) => families.test(rule)) };
}

function say({ rule, outcome, severity, object }: Finding): string {
  return `${rule} ${outcome} ${severity} ${object.kind} ${object.name}`;
}
