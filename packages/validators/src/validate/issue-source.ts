import type { ValidationIssue } from "../validation-issue.ts";

/** Fields of one kind, indexes and keys left out, with the function that judges them; what is inside others comes first. */
type Sources = readonly (readonly [path: string, source: string])[];

const core = "pkg/apis/core/validation/validation.go";
const networking = "pkg/apis/networking/validation/validation.go";
const discovery = "pkg/apis/discovery/validation/validation.go";
const apps = "pkg/apis/apps/validation/validation.go";
const rbac = "pkg/apis/rbac/validation/validation.go";
const batch = "pkg/apis/batch/validation/validation.go";
const objectMeta = "staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go, ValidateObjectMeta";
const selector = "staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/validation/validation.go, ValidateLabelSelector";
const structure = "api/openapi-spec/swagger.json";
const oldStructure = "staging/src/k8s.io/api/networking/v1beta1/types.go";

const path = "spec.rules[].http.paths[]";
const ingress: Sources = [
  ...["spec.defaultBackend", "spec.backend", `${path}.backend`].flatMap((backend) => [
    [`${backend}.resource`, `${networking}, validateIngressTypedLocalObjectReference`] as const,
    [backend, `${networking}, validateIngressBackend`] as const,
  ]),
  [path, `${networking}, validateHTTPIngressPath`],
  ["spec.rules[].http", `${networking}, validateHTTPIngressRuleValue`],
  ["spec.rules", `${networking}, validateIngressRules`],
  ["spec.tls", `${networking}, validateIngressTLS`],
  ["spec", `${networking}, ValidateIngressSpec`],
  ["annotations", `${networking}, ValidateIngressCreate`],
];

const volumes: Sources = [
  ["name", `${core}, ValidateVolumes`],
  ["projected", `${core}, validateProjectedVolumeSource`],
  ["downwardAPI", `${core}, validateDownwardAPIVolumeSource`],
  ["", `${core}, validateVolumeSource`],
];

const container: Sources = [
  ["ports", `${core}, validateContainerPorts`],
  ["envFrom", `${core}, ValidateEnvFrom`],
  ["env", `${core}, ValidateEnv`],
  ["resources", `${core}, ValidateResourceRequirements`],
  ["volumeMounts", `${core}, ValidateVolumeMounts`],
  ["volumeDevices", `${core}, ValidateVolumeDevices`],
  ["securityContext", `${core}, ValidateSecurityContext`],
  ["lifecycle", `${core}, validateLifecycle`],
  ...["livenessProbe", "readinessProbe", "startupProbe"].map((probe) => [probe, `${core}, validateProbe`] as const),
];

const podSpec: Sources = [
  ...within("volumes[]", volumes),
  ["volumes", `${core}, ValidateVolumes`],
  ...within("containers[]", container),
  ["containers", `${core}, validateContainers`],
  ...within("initContainers[]", container),
  ["initContainers", `${core}, validateInitContainers`],
  ["securityContext", `${core}, ValidatePodSecurityContext`],
  ["affinity", `${core}, validateAffinity`],
  ["dnsConfig", `${core}, validatePodDNSConfig`],
  ["tolerations", `${core}, ValidateTolerations`],
  ["topologySpreadConstraints", `${core}, validateTopologySpreadConstraints`],
  ["hostAliases", `${core}, ValidateHostAliases`],
  ["", `${core}, ValidatePodSpec`],
];

const template = within("template", [
  ...within("spec", podSpec),
  ["", `${core}, ValidatePodTemplateSpec`],
]);

const job: Sources = [
  ...template,
  ["selector", selector],
  ["podFailurePolicy", `${batch}, validatePodFailurePolicy`],
  ["successPolicy", `${batch}, validateSuccessPolicy`],
  ["", `${batch}, validateJobSpec`],
];

const sources: Readonly<Record<string, Sources>> = {
  "networking.k8s.io/v1/Ingress": ingress,
  "networking.k8s.io/v1beta1/Ingress": ingress,
  "extensions/v1beta1/Ingress": ingress,
  "networking.k8s.io/v1/IngressClass": [
    ["spec.parameters", `${networking}, validateIngressClassParametersReference`],
    ["spec", `${networking}, validateIngressClassSpec`],
  ],
  "networking.k8s.io/v1/NetworkPolicy": [
    ["spec.podSelector", selector],
    ...["spec.ingress[].from[]", "spec.egress[].to[]"].flatMap((peer) => [
      [`${peer}.ipBlock`, `${networking}, ValidateIPBlock`] as const,
      [peer, `${networking}, ValidateNetworkPolicyPeer`] as const,
    ]),
    ["spec.ingress[].ports[]", `${networking}, ValidateNetworkPolicyPort`],
    ["spec.egress[].ports[]", `${networking}, ValidateNetworkPolicyPort`],
    ["spec", `${networking}, ValidateNetworkPolicySpec`],
  ],
  "v1/Service": [
    ["spec.ports[]", `${core}, validateServicePort`],
    ["spec.clusterIPs", `${core}, ValidateServiceClusterIPsRelatedFields`],
    ["spec.sessionAffinityConfig", `${core}, validateClientIPAffinityConfig`],
    ["", `${core}, ValidateService`],
  ],
  "v1/ConfigMap": [["", `${core}, ValidateConfigMap`]],
  "v1/Secret": [["", `${core}, ValidateSecret`]],
  "v1/Namespace": [["", `${core}, ValidateNamespace`]],
  "discovery.k8s.io/v1/EndpointSlice": [
    ["endpoints[].hints", `${discovery}, validateHints`],
    ["endpoints", `${discovery}, validateEndpoints`],
    ["ports", `${discovery}, validatePorts`],
    ["", `${discovery}, ValidateEndpointSlice`],
  ],
  "apps/v1/Deployment": [
    ...within("spec", template),
    ["spec.strategy", `${apps}, ValidateDeploymentStrategy`],
    ["spec.selector", selector],
    ["spec", `${apps}, ValidateDeploymentSpec`],
  ],
  "apps/v1/ReplicaSet": [
    ...within("spec", template),
    ["spec.selector", selector],
    ["spec", `${apps}, ValidateReplicaSetSpec`],
  ],
  "apps/v1/DaemonSet": [
    ...within("spec", template),
    ["spec.updateStrategy", `${apps}, ValidateDaemonSetUpdateStrategy`],
    ["spec.selector", selector],
    ["spec", `${apps}, ValidateDaemonSetSpec`],
  ],
  "apps/v1/StatefulSet": [
    ["spec.selector", selector],
    ["spec.template", `${apps}, ValidatePodTemplateSpecForStatefulSet`],
    ["spec", `${apps}, ValidateStatefulSetSpec`],
  ],
  "batch/v1/Job": within("spec", job),
  "batch/v1/CronJob": [
    ...within("spec.jobTemplate.spec", job),
    ["spec.schedule", `${batch}, validateScheduleFormat`],
    ["spec.timeZone", `${batch}, validateTimeZone`],
    ["spec", `${batch}, validateCronJobSpec`],
  ],
  "policy/v1/PodDisruptionBudget": [
    ["spec", "pkg/apis/policy/validation/validation.go, ValidatePodDisruptionBudgetSpec"],
  ],
  "rbac.authorization.k8s.io/v1/ClusterRole": [
    ["rules", `${rbac}, ValidatePolicyRule`],
    ["", `${rbac}, ValidateClusterRole`],
  ],
  "rbac.authorization.k8s.io/v1/ClusterRoleBinding": [
    ["subjects", `${rbac}, ValidateRoleBindingSubject`],
    ["", `${rbac}, ValidateClusterRoleBinding`],
  ],
  "rbac.authorization.k8s.io/v1/Role": [["rules", `${rbac}, ValidatePolicyRule`]],
  "rbac.authorization.k8s.io/v1/RoleBinding": [
    ["subjects", `${rbac}, ValidateRoleBindingSubject`],
    ["", `${rbac}, ValidateRoleBinding`],
  ],
  "v1/Pod": [...within("spec", podSpec)],
  "v1/PodTemplate": template,
  "v1/ReplicationController": [
    ...within("spec", template),
    ["spec", `${core}, ValidateReplicationControllerSpec`],
  ],
  "v1/PersistentVolumeClaim": [["", `${core}, ValidatePersistentVolumeClaimSpec`]],
};

/**
 * Adds to each issue where its rule comes from: a file in the repository of Kubernetes, and the function in it where one
 * judges the field.
 */
export function withSources(
  issues: readonly ValidationIssue[],
  apiVersion: string,
  kind: string,
): readonly ValidationIssue[] {
  return issues.map((issue) => ({ ...issue, source: sourceOf(issue, apiVersion, kind) }));
}

function sourceOf({ type, fieldPath }: ValidationIssue, apiVersion: string, kind: string): string {
  const key = `${apiVersion}/${kind}`;
  const isOld = apiVersion.endsWith("/v1beta1") && kind === "Ingress";
  const rules = Object.hasOwn(sources, key) ? sources[key] ?? [] : [];
  const isStructural = type === "TypeInvalid" || type === "Unknown";
  if (!isStructural && isInside(fieldPath, "metadata")) return objectMeta;
  // Keys of maps and indexes: any will do.
  const place = fieldPath.replace(/\[[^\]]*\]/g, "[]");
  const found = isStructural ? undefined : rules.find(([outer]) => isInside(place, outer));
  return found?.[1] ?? (isOld ? oldStructure : structure);
}

function within(outer: string, inner: Sources): Sources {
  return inner.map(([name, source]) => [name === "" ? outer : `${outer}.${name}`, source]);
}

function isInside(place: string, outer: string): boolean {
  if (outer === "" || place === outer) return true;
  return place.startsWith(outer) && (place[outer.length] === "." || place[outer.length] === "[");
}
