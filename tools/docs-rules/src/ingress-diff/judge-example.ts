import type { CertificateSet, KubeObject } from "@kubeschema-tools/clusters";
import { evaluate, type Finding, observeSnapshot } from "@kubeschema/ingress-diff";
import { shopTime } from "./shop.ts";
import { withCertificates } from "./worded-certificates.ts";

/**
 * Judges the objects of an example as `ingress-diff` judges a snapshot.
 *
 * @param certificates The certificates that its words stand for.
 * @returns The findings that do not merely follow from another one.
 */
export function judgeExample(objects: readonly KubeObject[], certificates: CertificateSet): readonly Finding[] {
  const items = objects.map((object) => withCertificates(object, certificates));
  const documents = [{ apiVersion: "v1", kind: "List", items }];
  const view = observeSnapshot([{ name: "example.json", documents }], { source: "example", at: shopTime });
  return evaluate(view, { at: shopTime }).findings.filter(({ cause }) => cause === undefined);
}

/** Writes a finding as the terminal shows it. */
export function formatFinding({ severity, object, fieldPath, should, is, fix, command }: Finding): string {
  const name = object.namespace === "" ? object.name : `${object.namespace}/${object.name}`;
  return [
    `${severity}: ${object.kind} ${name}${fieldPath === "" ? "" : `, ${fieldPath}`}`,
    `should: ${should}`,
    `is:     ${is}`,
    `fix:    ${fix}`,
    ...(command === undefined ? [] : [`run:    ${command}`]),
    "",
  ].join("\n");
}
