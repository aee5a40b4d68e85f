import { mkdir, rm, writeFile } from "node:fs/promises";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ApiServer, describeWithApiServer } from "@kubeschema-tools/apiserver";
import type { AnyObject } from "@kubeschema/types";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCertificateRequest } from "@kubeschema-tools/clusters/certificates";
import { clusterObjects } from "./live-cluster-objects.ts";
import { reviewObjects } from "./live-review-objects.ts";
import { workloadObjects } from "./live-workload-objects.ts";
import { discoveryPaths, resourcePath, type ServedResource, servedResources } from "./served-resources.ts";

/** An answer of the server: a document of the kind that it names. */
interface Answer {
  readonly apiVersion: string;
  readonly kind: string;
  readonly [field: string]: unknown;
}

const testNamespace = "live";
const folder = fileURLToPath(new URL("../dist/live-types", import.meta.url));

describeWithApiServer("types of what a real API server returns", (getServer) => {
  let answers: readonly Answer[];
  let serverMinor: number;

  beforeAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const { minor } = (await getServer().request("GET", "/version")).body as { minor: string };
    serverMinor = Number.parseInt(minor, 10);
    answers = await collectAnswers(getServer());
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.for([
    { name: "@kubeschema/types", version: "", minor: 36 },
    // The nearest to an old server, if the build has it.
    { name: "@kubeschema/types/v1.28", version: "/v1.28", minor: 28 },
  ])("$name accepts every object and list, strictly", async ({ version, minor }, { skip }) => {
    if (serverMinor > minor) skip("the server may answer with fields that were added later");
    if (!existsSync(kindsFile(version))) skip("this version was not available to this build");
    const known = knownAnswers(version, answers);
    const kinds = new Set(known.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`));
    const objectKinds = [...kinds].filter((name) => !name.endsWith("List"));
    expect(objectKinds.length, objectKinds.join(", ")).toBeGreaterThanOrEqual(50);
    expect(kinds.size - objectKinds.length).toBeGreaterThanOrEqual(40);
    expect(await typeErrors(program(version, known))).toEqual([]);
  });

  test("the check finds a field that no type has, in every one of them", async () => {
    const known = knownAnswers("", answers);
    const errors = await typeErrors(program("", known.map((answer) => ({ ...answer, noSuchField: 1 }))));
    expect(errors).toHaveLength(known.length);
    expect(errors.filter((message) => !message.includes("noSuchField"))).toEqual([]);
  });
});

/** Creates one object of nearly every kind and reads everything back: objects, lists, scales, reviews, discovery. */
async function collectAnswers(server: ApiServer): Promise<readonly Answer[]> {
  const resources = await servedResources(server);
  const answers: Answer[] = [];
  const send = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const { status, body: answer } = await server.request(method, path, body);
    if (status >= 300) throw new Error(`Cannot ${method} ${path}: ${status} ${JSON.stringify(answer)}`);
    answers.push(answer as Answer);
    return answer as Answer;
  };
  const resourceOf = ({ apiVersion, kind }: AnyObject): ServedResource => {
    const found = resources.find((r) => r.apiVersion === apiVersion && r.kind === kind && !r.name.includes("/"));
    if (found === undefined) throw new Error(`Cannot create ${apiVersion} ${kind}: the server does not have it`);
    return found;
  };
  const request = await createCertificateRequest("live");
  for (const object of [...clusterObjects, certificateSigningRequest(request), ...workloadObjects, ...reviewObjects]) {
    const resource = resourceOf(object);
    await send("POST", resourcePath(resource, resource.isNamespaced ? testNamespace : undefined), object);
  }
  const core = `/api/v1/namespaces/${testNamespace}`;
  await send("POST", `${core}/serviceaccounts/web/token`, {
    apiVersion: "authentication.k8s.io/v1",
    kind: "TokenRequest",
    spec: { audiences: ["live"] },
  });
  await send("GET", `/apis/apps/v1/namespaces/${testNamespace}/deployments/web/scale`);
  await send("DELETE", `/apis/batch/v1/namespaces/${testNamespace}/jobs/web?dryRun=All`);
  const refused = await server.request("GET", `${core}/pods/absent`);
  answers.push(refused.body as Answer);
  for (const path of await discoveryPaths(server)) {
    // An aggregated API whose server is absent has no document.
    const { status, body } = await server.request("GET", path);
    if (status === 200) answers.push(body as Answer);
  }
  for (const resource of resources.filter(({ verbs }) => verbs.includes("list"))) {
    const list = await send("GET", resourcePath(resource));
    for (const { metadata } of list.items as readonly { metadata: { name: string; namespace?: string } }[]) {
      await send("GET", `${resourcePath(resource, metadata.namespace)}/${metadata.name}`);
    }
  }
  return answers;
}

function certificateSigningRequest(request: string): AnyObject {
  return {
    apiVersion: "certificates.k8s.io/v1",
    kind: "CertificateSigningRequest",
    metadata: { name: "live" },
    spec: { request, signerName: "example.io/live", usages: ["digital signature", "client auth"] },
  };
}

/** Selects the answers of kinds that a version of the types still has. */
function knownAnswers(version: string, answers: readonly Answer[]): readonly Answer[] {
  const declared = declaredKinds(kindsFile(version));
  return answers.filter(({ apiVersion, kind }) => declared.has(`${apiVersion} ${kind}`));
}

function kindsFile(version: string): string {
  return fileURLToPath(new URL(`../../../packages/types/dist/gen${version}/objects.d.ts`, import.meta.url));
}

/** `apiVersion kind` of every type of one version, from its declarations. */
function declaredKinds(path: string): ReadonlySet<string> {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
  const index = source.statements.find((node) =>
    ts.isInterfaceDeclaration(node) && node.name.text === "ObjectsByApiVersion"
  );
  if (index === undefined || !ts.isInterfaceDeclaration(index)) throw new Error(`Cannot find the kinds in "${path}"`);
  return new Set(
    members(index).flatMap(([apiVersion, type]) =>
      type && ts.isTypeLiteralNode(type) ? members(type).map(([kind]) => `${apiVersion} ${kind}`) : []
    ),
  );
}

function members(node: ts.InterfaceDeclaration | ts.TypeLiteralNode): [name: string, type: ts.TypeNode | undefined][] {
  return node.members.flatMap((member) =>
    ts.isPropertySignature(member) && (ts.isStringLiteral(member.name) || ts.isIdentifier(member.name))
      ? [[member.name.text, member.type]]
      : []
  );
}

/**
 * Writes a program with a constant per answer: a literal, so that the compiler refuses fields that it does not know.
 */
function program(version: string, answers: readonly Answer[]): string {
  const constants = answers.map((answer, index) =>
    `export const answer${index}: ObjectOf<${JSON.stringify(answer.apiVersion)}, ${JSON.stringify(answer.kind)}> = ` +
    `${JSON.stringify(answer)};\n`
  );
  return [`import type { ObjectOf } from "@kubeschema/types${version}";\n`, ...constants].join("");
}

/** Type-checks a program against the built package, as a user's compiler would. */
async function typeErrors(text: string): Promise<readonly string[]> {
  const file = join(folder, "answers.ts");
  await writeFile(file, text);
  const checked = ts.createProgram([file], {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
    types: [],
    lib: ["lib.es2024.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  });
  return ts.getPreEmitDiagnostics(checked).map(({ messageText, start, file: source }) => {
    const line = start === undefined ? "" : text.slice(text.lastIndexOf("\n", start) + 1).slice(0, 90);
    return `${source?.fileName === file ? line : source?.fileName}: ${
      ts.flattenDiagnosticMessageText(messageText, "\n")
    }`;
  });
}
