import { dns1035LabelProblems } from "../../formats/dns-1035-label.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { canonicalAddress, strictIpAddressProblems } from "../../formats/strict-address.ts";
import { noProblems, type Problems } from "../../formats/problems.ts";
import { asObject, type JsonObject, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type NameForm, nameForm } from "./name.ts";
import { labelForm, pathSegmentForm, roleNameForm, serviceNameForm, subdomainForm } from "./name-forms.ts";

/** Finds the form of one object's name: some depend on the object's other fields, or on the release. */
type FormOf = (object: JsonObject, version: KubernetesVersion) => NameForm;

// Kinds whose names are not a DNS-1123 subdomain, by group and kind. Source: the kinds' strategies in pkg/registry and
// their validation in pkg/apis of kubernetes, and apiextensions-apiserver and kube-aggregator.
const formsByKind: Readonly<Record<string, FormOf>> = {
  "/Namespace": () => labelForm,
  "/Service": (_, version) => serviceNameForm(version),
  "rbac.authorization.k8s.io/Role": () => roleNameForm,
  "rbac.authorization.k8s.io/RoleBinding": () => roleNameForm,
  "rbac.authorization.k8s.io/ClusterRole": () => roleNameForm,
  "rbac.authorization.k8s.io/ClusterRoleBinding": () => roleNameForm,
  "policy/PodDisruptionBudget": () => pathSegmentForm,
  "/Event": () => pathSegmentForm,
  // A subdomain until 1.26: kubernetes/kubernetes#114172.
  "apps/StatefulSet": (_, version) => isAtLeast(version, 27) ? labelForm : subdomainForm,
  // A prefix may have any length; the name that the server makes of it may not.
  "batch/CronJob": () => ({ ...subdomainForm, name: cronJobNameProblems }),
  "internal.apiserver.k8s.io/StorageVersion": () => exactly(storageVersionNameProblems),
  "apiextensions.k8s.io/CustomResourceDefinition": customResourceDefinitionForm,
  "apiregistration.k8s.io/APIService": apiServiceForm,
  "networking.k8s.io/IPAddress": () => exactly(ipAddressNameProblems),
  "certificates.k8s.io/ClusterTrustBundle": clusterTrustBundleForm,
};

/** Returns the form of the name of one object of a kind. */
export function kindNameForm(group: string, kind: string, object: JsonObject, version: KubernetesVersion): NameForm {
  const key = `${group}/${kind}`;
  return (Object.hasOwn(formsByKind, key) ? formsByKind[key]?.(object, version) : undefined) ?? subdomainForm;
}

function exactly(problems: (name: string) => Problems): NameForm {
  return { name: problems, prefix: problems };
}

// The names of its Jobs are eleven characters longer. Source: kubernetes, pkg/apis/batch/validation/validation.go.
function cronJobNameProblems(name: string): Problems {
  const problems = dns1123SubdomainProblems(name);
  return name.length > 52 ? [...problems, "is longer than 52 bytes"] : problems;
}

function storageVersionNameProblems(name: string): Problems {
  const dot = name.lastIndexOf(".");
  if (dot === -1) return ["must have the form <group>.<resource>"];
  return [...dns1123SubdomainProblems(name.slice(0, dot)), ...dns1035LabelProblems(name.slice(dot + 1))];
}

function customResourceDefinitionForm(object: JsonObject): NameForm {
  const spec = asObject(object.spec);
  return named(`${textOf(asObject(spec.names).plural)}.${textOf(spec.group)}`, "spec.names.plural and spec.group");
}

function apiServiceForm(object: JsonObject): NameForm {
  const spec = asObject(object.spec);
  return named(`${textOf(spec.version)}.${textOf(spec.group)}`, "spec.version and spec.group");
}

/** A name that other fields determine. */
function named(expected: string, fields: string): NameForm {
  return exactly((name) => {
    const problems = pathSegmentForm.name(name);
    if (problems.length > 0) return problems;
    return name === expected ? noProblems : [`must be ${JSON.stringify(expected)}, from ${fields}`];
  });
}

// IPAddress is younger than the strict form of addresses, and its names have always had that. Source: apimachinery,
// IsValidIP.
function ipAddressNameProblems(name: string): Problems {
  const problems = strictIpAddressProblems(name);
  if (problems.length > 0) return problems;
  return name === canonicalAddress(name) ? noProblems : ["must be written in the shortest form of the address"];
}

// Source: kubernetes, pkg/apis/core/validation/names.go, ValidateClusterTrustBundleName.
function clusterTrustBundleForm(object: JsonObject): NameForm {
  const signer = textOf(asObject(object.spec).signerName);
  const prefix = signer === "" ? "" : `${signer.replaceAll("/", ":")}:`;
  return nameForm((name) => {
    if (!name.startsWith(prefix)) return [`must begin with ${JSON.stringify(prefix)}, from spec.signerName`];
    if (signer === "" && name.includes(":")) return ['must not contain ":" unless spec.signerName is set'];
    return dns1123SubdomainProblems(name.slice(prefix.length));
  });
}
