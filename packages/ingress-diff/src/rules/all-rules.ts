import { addressEmptyEntry } from "./address-empty-entry.ts";
import { addressPending } from "./address-pending.ts";
import { addressPortError } from "./address-port-error.ts";
import { addressStale } from "./address-stale.ts";
import { addressWrongLoadBalancer } from "./address-wrong-load-balancer.ts";
import { apiRemovedVersionWriter } from "./api-removed-version-writer.ts";
import { backendExternalName } from "./backend-external-name.ts";
import { backendNoEndpoints } from "./backend-no-endpoints.ts";
import { backendNoReadyEndpoints } from "./backend-no-ready-endpoints.ts";
import { backendPortMissing } from "./backend-port-missing.ts";
import { backendPortProtocol } from "./backend-port-protocol.ts";
import { backendResourceMissing } from "./backend-resource-missing.ts";
import { backendServiceMissing } from "./backend-service-missing.ts";
import { classAnnotationConflict } from "./class-annotation-conflict.ts";
import { classAnnotationDeprecated } from "./class-annotation-deprecated.ts";
import { classMissing } from "./class-missing.ts";
import { classMultipleDefaults } from "./class-multiple-defaults.ts";
import { classNone } from "./class-none.ts";
import { classParametersMissing } from "./class-parameters-missing.ts";
import { eventWarning } from "./event-warning.ts";
import { routeDuplicate } from "./route-duplicate.ts";
import { routeRegexPath } from "./route-regex-path.ts";
import { routeShadowed } from "./route-shadowed.ts";
import { routeWildcardOverlap } from "./route-wildcard-overlap.ts";
import type { Rule } from "./rule-context.ts";
import { tlsCertificateExpired } from "./tls-certificate-expired.ts";
import { tlsCertificateExpiring } from "./tls-certificate-expiring.ts";
import { tlsCertificateNotYetValid } from "./tls-certificate-not-yet-valid.ts";
import { tlsCertificateUnreadable } from "./tls-certificate-unreadable.ts";
import { tlsChainIncomplete } from "./tls-chain-incomplete.ts";
import { tlsDuplicateSni } from "./tls-duplicate-sni.ts";
import { tlsHostNotCovered } from "./tls-host-not-covered.ts";
import { tlsHostWithoutRule } from "./tls-host-without-rule.ts";
import { tlsKeyMismatch } from "./tls-key-mismatch.ts";
import { tlsRuleWithoutTls } from "./tls-rule-without-tls.ts";
import { tlsSecretKeys } from "./tls-secret-keys.ts";
import { tlsSecretMissing } from "./tls-secret-missing.ts";
import { tlsSecretType } from "./tls-secret-type.ts";
import { tlsTemporaryCertificate } from "./tls-temporary-certificate.ts";

/** Every rule, in the order in which findings of equal weight are reported. */
export const allRules: readonly Rule[] = [
  classMissing,
  classNone,
  classMultipleDefaults,
  classAnnotationDeprecated,
  classAnnotationConflict,
  classParametersMissing,
  addressPending,
  addressEmptyEntry,
  addressWrongLoadBalancer,
  addressStale,
  addressPortError,
  backendServiceMissing,
  backendPortMissing,
  backendPortProtocol,
  backendNoEndpoints,
  backendNoReadyEndpoints,
  backendExternalName,
  backendResourceMissing,
  tlsSecretMissing,
  tlsSecretType,
  tlsSecretKeys,
  tlsCertificateUnreadable,
  tlsCertificateExpired,
  tlsCertificateExpiring,
  tlsCertificateNotYetValid,
  tlsHostNotCovered,
  tlsKeyMismatch,
  tlsChainIncomplete,
  tlsTemporaryCertificate,
  tlsHostWithoutRule,
  tlsRuleWithoutTls,
  tlsDuplicateSni,
  routeDuplicate,
  routeShadowed,
  routeWildcardOverlap,
  routeRegexPath,
  eventWarning,
  apiRemovedVersionWriter,
];
