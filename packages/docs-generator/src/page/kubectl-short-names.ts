/**
 * Lists the short names that kubectl accepts for a built-in resource, such as `ing`. The OpenAPI document does not have
 * them; a server lists them with `kubectl api-resources`.
 *
 * @see {@link https://kubernetes.io/docs/reference/kubectl/#resource-types}
 * @param plural The resource, such as `ingresses`; there are none for `undefined`.
 */
export function kubectlShortNames(group: string, plural: string | undefined): readonly string[] {
  const key = `${plural ?? ""}.${group}`;
  return Object.hasOwn(shortNames, key) ? shortNames[key]?.split(" ") ?? [] : [];
}

const shortNames: Readonly<Record<string, string>> = {
  "certificatesigningrequests.certificates.k8s.io": "csr",
  "componentstatuses.": "cs",
  "configmaps.": "cm",
  "cronjobs.batch": "cj",
  "customresourcedefinitions.apiextensions.k8s.io": "crd crds",
  "daemonsets.apps": "ds",
  "deployments.apps": "deploy",
  "endpoints.": "ep",
  "events.": "ev",
  "events.events.k8s.io": "ev",
  "horizontalpodautoscalers.autoscaling": "hpa",
  "ingresses.extensions": "ing",
  "ingresses.networking.k8s.io": "ing",
  "ipaddresses.networking.k8s.io": "ip",
  "limitranges.": "limits",
  "namespaces.": "ns",
  "networkpolicies.networking.k8s.io": "netpol",
  "nodes.": "no",
  "persistentvolumeclaims.": "pvc",
  "persistentvolumes.": "pv",
  "poddisruptionbudgets.policy": "pdb",
  "pods.": "po",
  "priorityclasses.scheduling.k8s.io": "pc",
  "replicasets.apps": "rs",
  "replicationcontrollers.": "rc",
  "resourcequotas.": "quota",
  "serviceaccounts.": "sa",
  "services.": "svc",
  "statefulsets.apps": "sts",
  "storageclasses.storage.k8s.io": "sc",
  "volumeattributesclasses.storage.k8s.io": "vac",
};
