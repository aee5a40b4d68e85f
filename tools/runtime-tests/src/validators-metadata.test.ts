import { validate } from "@kubeschema/validators";
import { describeWithApiServer } from "@kubeschema-tools/apiserver";
import { expect, test } from "vitest";
import { resourcePath, servedResources } from "./served-resources.ts";

// Requests that are answered and not stored have no rules for metadata; for the others here, the server checks metadata
// only if the rest of the object is valid.
const leftOut = /Review$|^Binding$|^CertificateSigningRequest$|^PodDisruptionBudget$/;

const metadatas: readonly Readonly<Record<string, unknown>>[] = [
  {},
  ...["ok", "a.b", "a_b", "A:b", "1a", "a/b", "..", "a b", "a".repeat(60), "a".repeat(254)].map((name) => ({ name })),
  ...["ok-", "A-", "a.b-", "a/"].map((generateName) => ({ generateName })),
  { name: "ok", labels: { "-": "" } },
  { name: "ok", annotations: { "a b": "" } },
  { name: "ok", finalizers: ["x"] },
  { name: "ok", finalizers: ["-"] },
  { name: "ok", ownerReferences: [{}] },
];

describeWithApiServer("our validators and the API server of Kubernetes 1.20", (getServer) => {
  test("agree on the metadata of every kind", async () => {
    const server = getServer();
    const differences: unknown[] = [];
    const compared = new Set<string>();
    for (const resource of await servedResources(server)) {
      const { apiVersion, kind, name, isNamespaced, verbs } = resource;
      if (name.includes("/") || !verbs.includes("create") || leftOut.test(kind)) continue;
      const path = `${resourcePath(resource, isNamespaced ? "default" : undefined)}?dryRun=All`;
      for (const metadata of metadatas) {
        // An Event must be about something in its namespace.
        const rest = kind === "Event" ? { involvedObject: { namespace: "default" } } : {};
        const object = { apiVersion, kind, metadata, ...rest };
        const { status, issues } = await validate(object, { kubernetesVersion: "1.20" });
        if (status === "unknown-kind") break;
        compared.add(`${apiVersion}/${kind}`);
        const ours = ofMetadata(issues.map(({ fieldPath, type }) => `${fieldPath} ${type}`));
        const theirs = ofMetadata(faultsOf((await server.request("POST", path, object)).body));
        if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
          differences.push({ apiVersion, kind, metadata, ours, theirs });
        }
      }
    }
    expect(differences).toEqual([]);
    expect(compared.size).toBeGreaterThan(30);
  });
});

function ofMetadata(faults: readonly string[]): readonly string[] {
  return [...new Set(faults.filter((fault) => fault.startsWith("metadata.")))].sort();
}

// The shape is that of a metav1.Status, or of the object itself, which has no details.
function faultsOf(body: unknown): readonly string[] {
  const { details } = body as { details?: { causes?: readonly { field: string; reason: string }[] } };
  return (details?.causes ?? []).map(({ field, reason }) => `${field} ${reason.replace(/^FieldValue/, "")}`);
}
