import { addressEmptyEntry } from "./address-empty-entry.ts";
import { addressPending } from "./address-pending.ts";
import { backendNoReadyEndpoints } from "./backend-no-ready-endpoints.ts";
import { backendPortMissing } from "./backend-port-missing.ts";
import { backendServiceMissing } from "./backend-service-missing.ts";
import { classMissing } from "./class-missing.ts";
import { classNone } from "./class-none.ts";
import { routeDuplicate } from "./route-duplicate.ts";
import type { Rule } from "./rule-context.ts";
import { tlsCertificateExpired } from "./tls-certificate-expired.ts";
import { tlsHostNotCovered } from "./tls-host-not-covered.ts";
import { tlsSecretMissing } from "./tls-secret-missing.ts";

/** Every rule, in the order in which findings of equal weight are reported. */
export const allRules: readonly Rule[] = [
  classMissing,
  classNone,
  addressPending,
  addressEmptyEntry,
  backendServiceMissing,
  backendPortMissing,
  backendNoReadyEndpoints,
  tlsSecretMissing,
  tlsCertificateExpired,
  tlsHostNotCovered,
  routeDuplicate,
];
