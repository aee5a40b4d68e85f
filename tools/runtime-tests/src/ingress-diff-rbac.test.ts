import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ApiServer, describeWithApiServer } from "@kubeschema-tools/apiserver";
import {
  type ClusterView,
  createApiClient,
  evaluate,
  type Evaluation,
  loadConnection,
  observeCluster,
} from "@kubeschema/ingress-diff";
import { beforeAll, describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { createShop, withoutAddress } from "./create-shop.ts";
import { readReport } from "./ingress-diff-report.ts";
import type { KubeObject } from "@kubeschema-tools/clusters";
import { collectionPath } from "./object-path.ts";
import { runBuilt } from "./run-command.ts";
import { waitFor } from "./wait-for.ts";

const rbac = "rbac.authorization.k8s.io";
// The Ingresses are made a moment later, so none of them is ever old enough to need an address.
const at = new Date().toISOString();

const kinds = [
  { group: "networking.k8s.io", list: "ingresses" },
  { group: "networking.k8s.io", list: "ingressclasses" },
  { group: "", list: "services" },
  { group: "discovery.k8s.io", list: "endpointslices" },
  { group: "", list: "secrets" },
  { group: "", list: "events" },
] as const;

/** Every subset of the kinds, as a user who may list just these. */
const subsets = Array.from({ length: 2 ** kinds.length }, (_, mask) => ({
  user: `subset-${mask}`,
  lists: kinds.filter((_, index) => (mask & (1 << index)) !== 0).map(({ list }) => list),
}));

describeWithApiServer("ingress-diff for every subset of rights", (getServer) => {
  beforeAll(async () => {
    const server = getServer();
    await createShop(server, withoutAddress);
    for (const { group, list } of kinds) {
      const users = subsets.filter(({ lists }) => lists.includes(list)).map(({ user }) => user);
      await grantList(server, { group, list, users });
    }
  });

  test.each(subsets.filter(({ lists }) => lists.includes("ingresses")))(
    'says "could not be checked" and never "does not exist" to a user who may list $lists',
    async ({ user, lists }) => {
      const { view, findings } = await observeAs(getServer(), user);
      for (const { list } of kinds) {
        expect({ list, state: view.lists[list].state }).toEqual({
          list,
          state: (lists as readonly string[]).includes(list) ? "observed" : "forbidden",
        });
      }
      // In what can be seen, at most notes remain.
      expect(findings.filter(({ outcome, severity }) => outcome === "fail" && severity !== "info")).toEqual([]);
      const unknown = findings.filter(({ outcome }) => outcome === "unknown");
      for (const { is } of unknown) expect(is).toMatch(/^could not be checked: .*cannot list resource/);
      // A finding says to add exactly what is not granted.
      const named = new Set(unknown.map(({ fix }) => /"resources":\["(\w+)"\]/.exec(fix)?.[1]));
      const absent = kinds.map(({ list }) => list).filter((list) => !(lists as readonly string[]).includes(list));
      expect([...named].toSorted()).toEqual(absent.toSorted());
    },
  );

  test.each(subsets.filter(({ lists }) => !lists.includes("ingresses")).map(({ user }) => user))(
    "gives up for %s, who may not list Ingresses",
    async (user) => {
      await expect(observeAs(getServer(), user)).rejects.toMatchObject({
        name: "ObservationError",
        message: expect.stringMatching(/^Cannot list ingresses of all namespaces: 403 Forbidden: .*cannot list/),
      });
    },
  );

  describe("with what rbac prints", () => {
    test.each([
      { name: "a user and all namespaces", as: "printed-user", scope: ["-A"] },
      { name: "a service account", as: "system:serviceaccount:shop:ingress-diff", scope: ["-A"] },
      { name: "a user and one namespace", as: "printed-one", scope: ["-n", "shop"] },
    ])("turns unknown into known for $name", async ({ as, scope }) => {
      const server = getServer();
      const common = [...scope, "--kubeconfig", server.kubeconfigPath, "--as", as];
      const before = await runBuilt("ingress-diff", common);
      expect(before.code).toBe(2);
      expect(before.stderr).toContain("403 Forbidden");

      const printed = await runBuilt("ingress-diff", ["rbac", ...common]);
      expect(printed).toMatchObject({ code: 0, stderr: "" });
      for (const document of parseAllDocuments(printed.stdout)) await apply(server, document.toJS() as KubeObject, as);

      const after = await waitFor(
        () => runBuilt("ingress-diff", [...common, "--at", at, "-o", "json"]),
        ({ code }) => code === 0,
      );
      expect(after).toMatchObject({ code: 0, stderr: "" });
      const { observed, findings } = readReport(after);
      expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
      expect(Object.values(observed.lists).map(({ state }) => state)).toEqual(kinds.map(() => "observed"));
    });

    test("allows comparing manifests, and reading nothing else", async () => {
      const server = getServer();
      const folder = await mkdtemp(join(tmpdir(), "kubeschema-rbac-"));
      try {
        const live = await server.request("GET", "/apis/networking.k8s.io/v1/namespaces/shop/ingresses/web");
        const { spec } = live.body as { readonly spec: object }; // An Ingress of the shop.
        const manifest = {
          apiVersion: "networking.k8s.io/v1",
          kind: "Ingress",
          metadata: { namespace: "shop", name: "web", labels: { added: "here" } },
          spec,
        };
        await writeFile(join(folder, "web.json"), JSON.stringify(manifest));
        const args = ["-f", join(folder, "web.json"), "--kubeconfig", server.kubeconfigPath, "--as", "printed-drift"];
        expect((await runBuilt("ingress-diff", ["diff", ...args])).code).toBe(2);
        const printed = await runBuilt("ingress-diff", ["rbac", "diff", ...args]);
        for (const document of parseAllDocuments(printed.stdout)) {
          await apply(server, document.toJS() as KubeObject, "printed-drift");
        }
        const after = await waitFor(() => runBuilt("ingress-diff", ["diff", ...args]), ({ code }) => code === 1);
        expect(after).toMatchObject({ code: 1, stderr: "" });
        expect(after.stdout).toContain('.metadata.labels["added"]');
        const others = await runBuilt("ingress-diff", [...args.slice(2), "-n", "shop"]);
        expect(others).toMatchObject({ code: 2, stderr: expect.stringContaining("403 Forbidden") });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });

    test("grants no more than one namespace if one was requested", async () => {
      const args = ["-A", "--kubeconfig", getServer().kubeconfigPath, "--as", "printed-one"];
      const { code, stderr } = await runBuilt("ingress-diff", args);
      expect(code).toBe(2);
      expect(stderr).toContain("403 Forbidden");
    });
  });
});

async function observeAs(
  server: ApiServer,
  as: string,
): Promise<{ readonly view: ClusterView; readonly findings: Evaluation["findings"] }> {
  const connection = await loadConnection({ kubeconfig: server.kubeconfigPath, as, env: {}, timeoutMs: 30_000 });
  const client = createApiClient(connection);
  try {
    const view = await observeCluster(client, { source: "test", at });
    return { view, findings: evaluate(view, { at }).findings };
  } finally {
    client.close();
  }
}

interface Grant {
  readonly group: string;
  readonly list: string;
  readonly users: readonly string[];
}

/** Creates one role for many users; returns when it takes effect. */
async function grantList(server: ApiServer, { group, list, users }: Grant): Promise<void> {
  const metadata = { name: `list-${list}` };
  const apiVersion = `${rbac}/v1`;
  const rules = [{ apiGroups: [group], resources: [list], verbs: ["list"] }];
  await apply(server, { apiVersion, kind: "ClusterRole", metadata, rules }, "");
  const roleRef = { apiGroup: rbac, kind: "ClusterRole", name: metadata.name };
  const subjects = users.map((name) => ({ apiGroup: rbac, kind: "User", name }));
  await apply(server, { apiVersion, kind: "ClusterRoleBinding", metadata, roleRef, subjects }, "");
  const review = {
    apiVersion: "authorization.k8s.io/v1",
    kind: "SubjectAccessReview",
    spec: { user: users.at(-1), resourceAttributes: { group, resource: list, verb: "list" } },
  };
  const path = "/apis/authorization.k8s.io/v1/subjectaccessreviews";
  const answer = await waitFor(() => server.request("POST", path, review), ({ body }) => isAllowed(body));
  expect(isAllowed(answer.body)).toBe(true);
}

/** Creates an object; two users may be given roles of the same name, so each gets one of its own. */
async function apply(server: ApiServer, object: KubeObject, user: string): Promise<void> {
  const suffix = user === "" ? "" : `-${user.replaceAll(":", "-")}`;
  const { roleRef } = object as { readonly roleRef?: { readonly name: string } };
  const named = {
    ...object,
    metadata: { ...object.metadata, name: `${object.metadata.name}${suffix}` },
    ...(roleRef === undefined ? {} : { roleRef: { ...roleRef, name: `${roleRef.name}${suffix}` } }),
  };
  const { status, body } = await server.request("POST", collectionPath(named), named);
  expect({ status, body }).toMatchObject({ status: 201 });
}

function isAllowed(body: unknown): boolean {
  // A SubjectAccessReview always has a status in the answer.
  return (body as { readonly status?: { readonly allowed?: boolean } }).status?.allowed === true;
}
