/** The values that the API server accepts for a field, and what it says about others. */
export interface Choice {
  readonly allowed: readonly string[];
  /** The meaning of `""`: the same as absent, or a missing value. Otherwise it is treated as any other value. */
  readonly empty?: "absent" | "missing";
  /** True where the server names the field or list that holds the value. */
  readonly isOnParent?: true;
  /** True where the server calls another value `Invalid` instead of `NotSupported`. */
  readonly isInvalid?: true;
}

// Below, fields are named without "io.k8s.api.". Those up to Kubernetes 1.20 are what a server of that version answers.

// In Go these are strings with a default, or without a check for "", rather than pointers.
const emptyIsAbsent = new Set([
  "apps.v1.DaemonSetUpdateStrategy.type",
  "apps.v1.DeploymentStrategy.type",
  "apps.v1.StatefulSetSpec.podManagementPolicy",
  "apps.v1.StatefulSetUpdateStrategy.type",
  "batch.v1.CronJobSpec.concurrencyPolicy",
  "core.v1.Container.imagePullPolicy",
  "core.v1.Container.terminationMessagePolicy",
  "core.v1.ContainerPort.protocol",
  "core.v1.EndpointPort.protocol",
  "core.v1.HTTPGetAction.scheme",
  "core.v1.HostPathVolumeSource.type",
  "core.v1.ImageVolumeSource.pullPolicy",
  "core.v1.PersistentVolumeSpec.persistentVolumeReclaimPolicy",
  "core.v1.PodSpec.dnsPolicy",
  "core.v1.PodSpec.restartPolicy",
  "core.v1.ServicePort.protocol",
  "core.v1.ServiceSpec.externalTrafficPolicy",
  "core.v1.ServiceSpec.sessionAffinity",
  "core.v1.ServiceSpec.type",
  "core.v1.Toleration.effect",
  "core.v1.Toleration.operator",
  "storage.v1.StorageClass.reclaimPolicy",
  ...["resource.v1", "resource.v1beta1", "resource.v1beta2"].flatMap((api) => [
    `${api}.DeviceRequest.allocationMode`,
    `${api}.DeviceSubRequest.allocationMode`,
    `${api}.DeviceToleration.effect`,
    `${api}.DeviceToleration.operator`,
    `${api}.ExactDeviceRequest.allocationMode`,
  ]),
]);

const emptyIsMissing = new Set([
  "batch.v1.PodFailurePolicyOnExitCodesRequirement.operator",
  "batch.v1.PodFailurePolicyRule.action",
  "core.v1.AppArmorProfile.type",
  "core.v1.SeccompProfile.type",
  "core.v1.Taint.effect",
]);

const onParent = new Set([
  "apps.v1.DaemonSetUpdateStrategy.type",
  "apps.v1.DeploymentStrategy.type",
  "apps.v1.StatefulSetUpdateStrategy.type",
  "core.v1.PersistentVolumeClaimSpec.accessModes",
  "core.v1.PersistentVolumeSpec.accessModes",
  "core.v1.ResourceQuotaSpec.scopes",
]);

const invalid = new Set([
  "apps.v1.StatefulSetSpec.podManagementPolicy",
  "apps.v1.StatefulSetUpdateStrategy.type",
  "core.v1.Container.terminationMessagePolicy",
  "core.v1.NodeSelectorRequirement.operator",
  "core.v1.ResourceQuotaSpec.scopes",
  "core.v1.ScopedResourceSelectorRequirement.operator",
  "core.v1.ScopedResourceSelectorRequirement.scopeName",
]);

// The facts contain only one of its three values.
const incomplete = new Set(["discovery.v1.EndpointSlice.addressType"]);

/**
 * Tells how the API server treats a field with known values.
 *
 * Status is not checked: on create the server drops it, or keeps what it is given.
 *
 * @param place Definition and field: `io.k8s.api.core.v1.PodSpec.dnsPolicy`.
 * @param values The known values.
 * @returns `undefined` where the server does not check the field.
 */
export function enumChoice(place: string, values: readonly string[]): Choice | undefined {
  if (/Status\.\w+$|\.DeviceAllocationConfiguration\./.test(place)) return undefined;
  const name = place.replace("io.k8s.api.", "");
  if (incomplete.has(name)) return undefined;
  const empty = emptyIsAbsent.has(name) ? "absent" : emptyIsMissing.has(name) ? "missing" : undefined;
  return {
    allowed: values.filter((value) => value !== ""),
    ...(empty === undefined ? {} : { empty }),
    ...(onParent.has(name) ? { isOnParent: true } : {}),
    ...(invalid.has(name) ? { isInvalid: true } : {}),
  };
}
