import { addressEmptyEntry } from "./address/address-empty-entry.ts";
import { addressPending } from "./address/address-pending.ts";
import { addressPortError } from "./address/address-port-error.ts";
import { addressStale } from "./address/address-stale.ts";
import { addressWrongLoadBalancer } from "./address/address-wrong-load-balancer.ts";
import { apiRemovedVersionWriter } from "./api/api-removed-version-writer.ts";
import { backendExternalName } from "./backend/backend-external-name.ts";
import { backendNoEndpoints } from "./backend/backend-no-endpoints.ts";
import { backendNoReadyEndpoints } from "./backend/backend-no-ready-endpoints.ts";
import { backendPortMissing } from "./backend/backend-port-missing.ts";
import { backendPortProtocol } from "./backend/backend-port-protocol.ts";
import { backendResourceMissing } from "./backend/backend-resource-missing.ts";
import { backendServiceMissing } from "./backend/backend-service-missing.ts";
import { classAnnotationConflict } from "./class/class-annotation-conflict.ts";
import { classAnnotationDeprecated } from "./class/class-annotation-deprecated.ts";
import { classMissing } from "./class/class-missing.ts";
import { classMultipleDefaults } from "./class/class-multiple-defaults.ts";
import { classNone } from "./class/class-none.ts";
import { classParametersMissing } from "./class/class-parameters-missing.ts";
import { eventWarning } from "./event/event-warning.ts";
import { routeDuplicate } from "./route/route-duplicate.ts";
import { routeRegexPath } from "./route/route-regex-path.ts";
import { routeShadowed } from "./route/route-shadowed.ts";
import { routeWildcardOverlap } from "./route/route-wildcard-overlap.ts";
import type { Rule } from "./rule/rule-context.ts";
import { tlsCertificateExpired } from "./tls/tls-certificate-expired.ts";
import { tlsCertificateExpiring } from "./tls/tls-certificate-expiring.ts";
import { tlsCertificateNotYetValid } from "./tls/tls-certificate-not-yet-valid.ts";
import { tlsCertificateUnreadable } from "./tls/tls-certificate-unreadable.ts";
import { tlsChainIncomplete } from "./tls/tls-chain-incomplete.ts";
import { tlsDuplicateSni } from "./tls/tls-duplicate-sni.ts";
import { tlsHostNotCovered } from "./tls/tls-host-not-covered.ts";
import { tlsHostWithoutRule } from "./tls/tls-host-without-rule.ts";
import { tlsKeyMismatch } from "./tls/tls-key-mismatch.ts";
import { tlsRuleWithoutTls } from "./tls/tls-rule-without-tls.ts";
import { tlsSecretKeys } from "./tls/tls-secret-keys.ts";
import { tlsSecretMissing } from "./tls/tls-secret-missing.ts";
import { tlsSecretType } from "./tls/tls-secret-type.ts";
import { tlsTemporaryCertificate } from "./tls/tls-temporary-certificate.ts";

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
