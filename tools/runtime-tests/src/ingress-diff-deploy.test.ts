import { existsSync } from "node:fs";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { type ApiServer, describeWithApiServer, findBinaries } from "@kubeschema-tools/apiserver";
import { validate } from "@kubeschema/validators";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { readReport } from "./ingress-diff-report.ts";
import type { KubeObject } from "@kubeschema-tools/clusters";
import { collectionPath, objectPath } from "./object-path.ts";
import { type CommandResult, runBuilt, runCommand } from "./run-command.ts";
import { waitFor } from "./wait-for.ts";

const folders = ["base", "watch", "fleet"] as const;
const deploy = fileURLToPath(new URL("../../../packages/ingress-diff/deploy/", import.meta.url));

// The one next to the API server, or else the machine's.
const kubectl = [join(findBinaries(process.env) ?? "", "kubectl"), "/usr/bin/kubectl"].find((path) => existsSync(path));
if (kubectl === undefined) process.stderr.write('SKIPPED "ingress-diff/deploy": no kubectl to build it with\n');

const documents = new Map<string, readonly KubeObject[]>();
const objectsOf = (folder: string): readonly KubeObject[] => documents.get(folder) ?? [];
const ofKind = (folder: string, kind: string): KubeObject | undefined =>
  objectsOf(folder).find((object) => object.kind === kind);

if (kubectl !== undefined) {
  describeWithApiServer("ingress-diff/deploy", (getServer) => {
    let temporary: string;
    beforeAll(async () => {
      temporary = await mkdtemp(join(tmpdir(), "kubeschema-deploy-"));
      for (const folder of folders) {
        const { code, stdout, stderr } = await runCommand(kubectl, ["kustomize", join(deploy, folder)], {
          env: { HOME: temporary },
        });
        expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
        // kubectl prints objects; the validators check each below.
        documents.set(folder, parseAllDocuments(stdout).map((document) => document.toJS() as KubeObject));
      }
    });
    afterAll(() => rm(temporary, { recursive: true, force: true }));

    test.each(folders)("%s contains valid objects, each in its namespace", async (folder) => {
      const objects = objectsOf(folder);
      expect(objects.length).toBeGreaterThan(1);
      const namespace = ofKind(folder, "Namespace")?.metadata.name;
      for (const object of objects) {
        const { status, issues, warnings } = await validate(object);
        expect({ kind: object.kind, status, issues, warnings }).toEqual({
          kind: object.kind,
          status: "valid",
          issues: [],
          warnings: [],
        });
        const isOfCluster = ["Namespace", "ClusterRole", "ClusterRoleBinding"].includes(object.kind);
        expect(object.metadata.namespace).toBe(isOfCluster ? undefined : namespace);
      }
    });

    test.each(
      [
        { folder: "base", command: ["--all-namespaces"] },
        { folder: "watch", command: ["watch", "--all-namespaces"] },
      ] as const,
    )("$folder grants what rbac prints for its command", async ({ folder, command }) => {
      expect(argsOf(folder).slice(0, command.length)).toEqual(command);
      const printed = await runBuilt("ingress-diff", ["rbac", ...command]);
      expect(printed).toMatchObject({ code: 0, stderr: "" });
      const role = parseAllDocuments(printed.stdout).map((document) => document.toJS() as KubeObject)
        .find(({ kind }) => kind === "ClusterRole");
      expect(role?.rules).toHaveLength(6);
      expect(ofKind(folder, "ClusterRole")?.rules).toEqual(role?.rules);
      const account = ofKind(folder, "ServiceAccount")?.metadata;
      expect(ofKind(folder, "ClusterRoleBinding")).toMatchObject({
        roleRef: { kind: "ClusterRole", name: ofKind(folder, "ClusterRole")?.metadata.name },
        subjects: [{ kind: "ServiceAccount", namespace: account?.namespace, name: account?.name }],
      });
      expect(podOf(folder).serviceAccountName).toBe(account?.name);
    });

    test.each(folders)(
      "%s runs as an unprivileged user, and its Pods meet the restricted standard",
      (folder) => {
        const { securityContext, containers } = podOf(folder);
        expect(securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } });
        expect(containers.map((container) => container.securityContext)).toEqual([{
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        }]);
        expect(ofKind(folder, "Namespace")?.metadata.labels).toMatchObject({
          "pod-security.kubernetes.io/enforce": "restricted",
        });
      },
    );

    test("watch is scraped where it serves", () => {
      const [container] = podOf("watch").containers;
      expect(container?.args).toContain(`--serve-metrics=:${container?.ports?.[0]?.containerPort}`);
      const { spec, metadata } = ofKind("watch", "Service") ?? { spec: undefined };
      expect(spec).toMatchObject({ ports: [{ targetPort: container?.ports?.[0]?.name }] });
      // The selectors of the Service and of the Deployment match the labels of its Pods.
      const labels = { "app.kubernetes.io/name": "ingress-diff-watch" };
      expect(spec).toMatchObject({ selector: labels });
      expect(ofKind("watch", "Deployment")?.spec).toMatchObject({
        selector: { matchLabels: labels },
        template: { metadata: { labels } },
      });
      expect(metadata?.annotations?.["prometheus.io/port"]).toBe(String(container?.ports?.[0]?.containerPort));
    });

    test.each(folders)("%s can be created on the real API server", async (folder) => {
      for (const object of objectsOf(folder)) {
        const sent = await asServed(getServer(), object);
        const { status, body } = await getServer().request("POST", collectionPath(sent), sent);
        expect({ path: objectPath(sent), status, body }).toMatchObject({ status: 201 });
      }
    });

    test("base reads everything with the rights that it was created with", async () => {
      const result = await waitFor(async () => await asAccount("base", "--output=json"), ({ code }) => code === 0);
      expect(result).toMatchObject({ code: 0, stderr: "" });
      expect(Object.values(readReport(result).observed.lists).map(({ state }) => state)).toEqual(
        Array.from({ length: 6 }, () => "observed"),
      );
    });

    test("fleet reads the context of its Pod's index, and says how many there are", async () => {
      const { kubeconfigPath } = getServer();
      const path = join(temporary, "fleet");
      await copyFile(kubeconfigPath, path);
      const config = async (...args: readonly string[]): Promise<string> => {
        const { code, stdout, stderr } = await runCommand(kubectl, ["config", "--kubeconfig", path, ...args], {
          env: { HOME: temporary },
        });
        expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
        return stdout;
      };
      const { contexts: [first] } = JSON.parse(await config("view", "-o", "json")) as {
        readonly contexts: readonly NamedContext[]; // Of every kubeconfig.
      };
      for (const name of ["zz-west", "aa-east"]) {
        await config("set-context", name, `--cluster=${first?.context.cluster}`, `--user=${first?.context.user}`);
      }
      const run = (index: number): Promise<CommandResult> =>
        runBuilt("ingress-diff", [
          ...argsOf("fleet").map((argument) => argument.replace("$(JOB_COMPLETION_INDEX)", String(index))),
          "--output=json",
        ], { env: { KUBECONFIG: path } });
      expect(readReport(await run(0)).observed.source).toBe("context aa-east");
      expect(readReport(await run(2)).observed.source).toBe("context zz-west");
      const { code, stderr } = await run(3);
      expect(code).toBe(2);
      expect(stderr).toContain("Cannot find the context of index 3: the kubeconfig has 3 contexts, from 0 to 2");
    });

    /** Runs what a Pod would run, as its ServiceAccount. */
    async function asAccount(folder: string, ...more: readonly string[]): Promise<CommandResult> {
      const { request, url, caPem } = getServer();
      const account = ofKind(folder, "ServiceAccount");
      if (account === undefined) throw new Error(`Cannot run ${folder}: it has no ServiceAccount`);
      const { body } = await request("POST", `${objectPath(account)}/token`, {
        apiVersion: "authentication.k8s.io/v1",
        kind: "TokenRequest",
        spec: {},
      });
      const { token } = (body as { readonly status: { readonly token: string } }).status; // Of every TokenRequest.
      await writeFile(join(temporary, "ca.crt"), caPem);
      const connection = ["--server", url, "--token", token, "--certificate-authority", join(temporary, "ca.crt")];
      return runBuilt("ingress-diff", [...argsOf(folder), ...more, ...connection], { env: { HOME: temporary } });
    }
  });
}

interface NamedContext {
  readonly context: { readonly cluster: string; readonly user: string };
}

/** The part of a Pod that this test checks. */
interface Pod {
  readonly serviceAccountName?: string;
  readonly securityContext: object;
  readonly containers: readonly {
    readonly args: readonly string[];
    readonly securityContext: object;
    readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  }[];
}

/** Finds the Pod that a folder makes; the validators have already checked its object. */
function podOf(folder: string): Pod {
  const workload = ["CronJob", "Job", "Deployment"].map((kind) => ofKind(folder, kind)).find((found) => found);
  interface Template {
    readonly jobTemplate?: { readonly spec: Template };
    readonly template?: { readonly spec: Pod };
  }
  const spec = workload?.spec as Template | undefined;
  const pod = (spec?.jobTemplate?.spec ?? spec)?.template?.spec;
  if (pod === undefined) throw new Error(`Cannot find a Pod in ${folder}`);
  return pod;
}

function argsOf(folder: string): readonly string[] {
  return podOf(folder).containers[0]?.args ?? [];
}

/** CronJobs are in batch/v1 since 1.21; before that, the same fields are in batch/v1beta1. */
async function asServed({ request }: ApiServer, object: KubeObject): Promise<KubeObject> {
  if (object.kind !== "CronJob") return object;
  const { body } = await request("GET", "/apis/batch/v1");
  const { resources } = body as { readonly resources: readonly { readonly kind: string }[] }; // An APIResourceList.
  return resources.some(({ kind }) => kind === "CronJob") ? object : { ...object, apiVersion: "batch/v1beta1" };
}
