import { evaluate, type Finding, observeSnapshot } from "@kubeschema/ingress-diff";
import type { Certificates } from "./create-certificates.ts";
import type { KubeObject } from "./kube-object.ts";
import { SHOP_TIME } from "./shop.ts";

/**
 * Judges the objects of an example as `ingress-diff` judges a snapshot.
 *
 * @returns The findings that do not only follow from another one.
 */
export async function judgeExample(
  objects: readonly KubeObject[],
  certificates: Certificates,
): Promise<readonly Finding[]> {
  const items = objects.map((object) => object.kind === "Secret" ? withData(object, certificates) : object);
  const documents = [{ apiVersion: "v1", kind: "List", items }];
  const view = observeSnapshot([{ name: "example.json", documents }], { source: "example", at: SHOP_TIME });
  return evaluate(view, { at: SHOP_TIME }).findings.filter(({ cause }) => cause === undefined);
}

/** Puts certificates in the place of the words that stand for them. */
function withData(object: KubeObject, certificates: Certificates): KubeObject {
  // The examples' Secrets have texts only.
  const words = object.data as Readonly<Record<string, string>>;
  const data = Object.fromEntries(
    Object.entries(words).map(([key, word]) => [key, btoa(certificates(word, words["tls.crt"]))]),
  );
  return { ...object, data };
}

/** Writes a finding as a reader of a terminal sees it. */
export function formatFinding({ severity, object, fieldPath, should, is, fix }: Finding): string {
  const name = object.namespace === "" ? object.name : `${object.namespace}/${object.name}`;
  return [
    `${severity}: ${object.kind} ${name}${fieldPath === "" ? "" : `, ${fieldPath}`}`,
    `should: ${should}`,
    `is:     ${is}`,
    `fix:    ${fix}`,
    "",
  ].join("\n");
}
