import { dns1035LabelProblems } from "../../formats/dns-1035-label.ts";
import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { pathSegmentNameProblems, pathSegmentPrefixProblems } from "../../formats/path-segment-name.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type NameForm, nameForm } from "./name.ts";

/** The form of most names. Source: kubernetes, apimachinery/pkg/api/validation/generic.go, NameIsDNSSubdomain. */
export const subdomainForm: NameForm = nameForm(dns1123SubdomainProblems);

/** Source: kubernetes, apimachinery/pkg/api/validation/generic.go, NameIsDNSLabel. */
export const labelForm: NameForm = nameForm(dns1123LabelProblems);

/** Source: kubernetes, apimachinery/pkg/api/validation/generic.go, NameIsDNS1035Label. */
export const label1035Form: NameForm = nameForm(dns1035LabelProblems);

/** What every name must be, and some need be no more. Source: kubernetes, apimachinery/pkg/api/validation/path/name.go. */
export const pathSegmentForm: NameForm = { name: pathSegmentNameProblems, prefix: pathSegmentPrefixProblems };

/** Names of roles and their bindings, whose prefixes are whole names. Source: kubernetes, pkg/apis/rbac/validation, ValidateRBACName. */
export const roleNameForm: NameForm = { name: pathSegmentNameProblems, prefix: pathSegmentNameProblems };

/**
 * The name of a Service; since 1.36 (gate RelaxedServiceNameValidation) it may begin with a digit.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateService.
 */
export function serviceNameForm(version: KubernetesVersion): NameForm {
  return isAtLeast(version, 36) ? labelForm : label1035Form;
}
