import type { Page, PageAlias } from "../page/page.ts";

/** The kinds that the seed read through a deprecated name of their definition, and therefore with that name's text. */
const aliasedKinds = new Set([
  "v1 ConfigMap",
  "v1 Namespace",
  "v1 Pod",
  "batch/v1 Job",
  "extensions/v1beta1 DaemonSet",
  "apps/v1beta1 Deployment",
]);

/** The deprecated name through which the seed read a page's kind; it exists up to Kubernetes v1.13. */
export function findSeedAlias(page: Page): PageAlias | undefined {
  return aliasedKinds.has(`${page.apiVersion} ${page.gvk.kind}`) ? page.aliases[0] : undefined;
}
