/** The module of the API server's rules for one kind, relative to `src/gen`. */
export interface RuleModuleEntry {
  readonly module: string;
  readonly export: string;
  /** True where the rules are complete, so that the `required` marks of the OpenAPI are not reported in addition. */
  readonly decidesRequired: boolean;
}

/** The kinds with rules of their own, by apiVersion and kind. The generator writes them into the kinds' modules. */
export const ruleModules: Readonly<Record<string, RuleModuleEntry>> = {
  "apps/v1/DaemonSet": complete("daemon-set/daemon-set", "checkDaemonSet"),
  "apps/v1/Deployment": complete("deployment/deployment", "checkDeployment"),
  "apps/v1/ReplicaSet": complete("replica-set/replica-set", "checkReplicaSet"),
  "apps/v1/StatefulSet": complete("stateful-set/stateful-set", "checkStatefulSet"),
  "batch/v1/CronJob": complete("cron-job/cron-job", "checkCronJob"),
  "batch/v1/Job": complete("job/job", "checkJob"),
  "discovery.k8s.io/v1/EndpointSlice": complete("endpoint-slice/endpoint-slice", "checkEndpointSlice"),
  "networking.k8s.io/v1/Ingress": complete("ingress/ingress", "checkIngress"),
  "networking.k8s.io/v1/IngressClass": complete("ingress-class/ingress-class", "checkIngressClass"),
  "networking.k8s.io/v1/NetworkPolicy": complete("network-policy/network-policy", "checkNetworkPolicy"),
  "policy/v1/PodDisruptionBudget": complete(
    "pod-disruption-budget/pod-disruption-budget",
    "checkPodDisruptionBudget",
  ),
  "rbac.authorization.k8s.io/v1/ClusterRole": complete("rbac/role", "checkClusterRole"),
  "rbac.authorization.k8s.io/v1/ClusterRoleBinding": complete("rbac/role-binding", "checkClusterRoleBinding"),
  "rbac.authorization.k8s.io/v1/Role": complete("rbac/role", "checkRole"),
  "rbac.authorization.k8s.io/v1/RoleBinding": complete("rbac/role-binding", "checkRoleBinding"),
  "v1/ConfigMap": complete("config-map/config-map", "checkConfigMap"),
  "v1/Namespace": complete("namespace/namespace", "checkNamespace"),
  "v1/PersistentVolumeClaim": complete(
    "persistent-volume-claim/persistent-volume-claim",
    "checkPersistentVolumeClaim",
  ),
  "v1/Pod": complete("pod/pod", "checkPod"),
  "v1/PodTemplate": complete("pod/pod-template-object", "checkPodTemplateObject"),
  "v1/ReplicationController": complete("replication-controller/replication-controller", "checkReplicationController"),
  "v1/Secret": complete("secret/secret", "checkSecret"),
  "v1/Service": complete("service/service", "checkService"),
};

function complete(path: string, name: string): RuleModuleEntry {
  return { module: `../rules/${path}.ts`, export: name, decidesRequired: true };
}
