import { validateIngress } from "@kubeschema/validators/networking.k8s.io/v1";
import { describeWithApiServer } from "@kubeschema-tools/apiserver";
import { expect, test } from "vitest";
import { createRandom, mutateIngress } from "./ingress-mutants.ts";

const mutantCount = 600;
const batchSize = 16;

/** What a judge of an object says: nothing, that it cannot be decoded, or each fault as its field and type. */
type Verdict = readonly string[];
const undecodable: Verdict = ["cannot be decoded"];

describeWithApiServer("validateIngress() and the API server of Kubernetes 1.20", (getServer) => {
  test(`say the same of ${mutantCount} mutants, fault by fault`, async () => {
    const random = createRandom(36);
    const mutants = Array.from({ length: mutantCount }, () => mutateIngress(random));
    const counts = { accepted: 0, undecodable: 0, invalid: 0 };
    const differences: unknown[] = [];
    for (let start = 0; start < mutants.length; start += batchSize) {
      await Promise.all(
        mutants.slice(start, start + batchSize).map(async (ingress) => {
          const server = await serverVerdict(ingress);
          const ours = ourVerdict(ingress);
          counts[server === undecodable ? "undecodable" : server.length === 0 ? "accepted" : "invalid"]++;
          if (JSON.stringify(ours) !== JSON.stringify(server)) differences.push({ ingress, server, ours });
        }),
      );
    }
    expect(differences.slice(0, 3)).toEqual([]);
    // A server that answers all alike would prove nothing.
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(mutantCount / 20);
  });

  async function serverVerdict(ingress: unknown): Promise<Verdict> {
    const path = "/apis/networking.k8s.io/v1/namespaces/default/ingresses?dryRun=All";
    const { status, body } = await getServer().request("POST", path, ingress);
    if (status === 201) return [];
    if (status === 400) return undecodable;
    expect({ status, body }).toMatchObject({ status: 422, body: { reason: "Invalid" } });
    return causesOf(body).map(({ field, reason }) => `${field} ${reason.replace(/^FieldValue/, "")}`).sort();
  }
});

function ourVerdict(ingress: unknown): Verdict {
  // This server knows no strict decoding: it drops unknown fields without a word.
  const issues = validateIngress(ingress, { kubernetesVersion: "1.20" }).filter(({ type }) => type !== "Unknown");
  if (issues.some(({ type }) => type === "TypeInvalid")) return undecodable;
  return issues.map(({ fieldPath, type }) => `${fieldPath} ${type}`).sort();
}

function causesOf(status: unknown): readonly { readonly field: string; readonly reason: string }[] {
  // The shape of a metav1.Status; a different one fails in the line that reads it.
  const { details } = status as { readonly details: { readonly causes: { field: string; reason: string }[] } };
  return details.causes;
}
