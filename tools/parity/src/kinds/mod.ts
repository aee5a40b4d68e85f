import type { ParityKind } from "../compare-kind.ts";
import { daemonSetKind, replicaSetKind, replicationControllerKind, statefulSetKind } from "./controllers.ts";
import { configMap } from "./config-map.ts";
import { deploymentKind } from "./deployment.ts";
import { endpointSlice } from "./endpoint-slice.ts";
import { ingress } from "./ingress.ts";
import { ingressStatus, ingressUpdate, oldIngressUpdate } from "./ingress-change.ts";
import { betaIngress, extensionsIngress } from "./ingress-v1beta1.ts";
import { ingressClass } from "./ingress-class.ts";
import { cronJobKind, jobKind } from "./jobs.ts";
import { certificateSigningRequest, podDisruptionBudget } from "./metadata-only.ts";
import { namespace } from "./namespace.ts";
import { networkPolicy } from "./network-policy.ts";
import { podKind, podTemplateKind } from "./pods.ts";
import { rbacKinds } from "./rbac.ts";
import { secret } from "./secret.ts";
import { serviceKind } from "./service.ts";
import { vendorVolumes } from "./vendor-volumes.ts";
import { volumeClaim } from "./volume-claim.ts";

/** The kinds with rules of their own. */
export const kinds: readonly ParityKind[] = [
  ingress,
  ingressUpdate,
  oldIngressUpdate,
  ingressStatus,
  extensionsIngress,
  betaIngress,
  ingressClass,
  namespace,
  configMap,
  secret,
  networkPolicy,
  serviceKind,
  endpointSlice,
  deploymentKind,
  vendorVolumes,
  podKind,
  podTemplateKind,
  replicaSetKind,
  replicationControllerKind,
  daemonSetKind,
  statefulSetKind,
  jobKind,
  cronJobKind,
  volumeClaim,
  ...rbacKinds,
  podDisruptionBudget,
  certificateSigningRequest,
];
