import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { child, field, type FieldPath, item } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../json-object.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkSupported } from "../check-supported.ts";
import { checkGeneration } from "../metadata/generation.ts";
import { roleNameForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { reportProblems } from "../report-problems.ts";

const group = "rbac.authorization.k8s.io";
const roleRefPath: FieldPath = field("roleRef");
const subjectsPath: FieldPath = field("subjects");
const subjectKinds = ["ServiceAccount", "User", "Group"];

/**
 * What the API server asks of a RoleBinding on create. A group that is absent is the right one.
 * Source: kubernetes, pkg/apis/rbac/validation/validation.go, ValidateRoleBinding.
 */
export function checkRoleBinding(binding: JsonObject, report: Report): void {
  checkBinding(binding, ["Role", "ClusterRole"], true, report);
}

/** What it asks of a ClusterRoleBinding. Source: as above, ValidateClusterRoleBinding. */
export function checkClusterRoleBinding(binding: JsonObject, report: Report): void {
  checkBinding(binding, ["ClusterRole"], false, report);
}

function checkBinding(binding: JsonObject, kinds: readonly string[], isNamespaced: boolean, report: Report): void {
  checkObjectMeta(binding, roleNameForm, isNamespaced, report);
  checkGeneration(binding, report);
  const ref = asObject(binding.roleRef);
  checkSupported(textOf(ref.apiGroup) || group, [group], child(roleRefPath, "apiGroup"), report);
  checkSupported(textOf(ref.kind), kinds, child(roleRefPath, "kind"), report);
  const name = textOf(ref.name);
  const namePath = child(roleRefPath, "name");
  if (name === "") report("Required", namePath, ref.name, "needs the name of a role");
  else reportProblems(roleNameForm.name(name), namePath, name, report);
  for (const [index, subject] of listOf(binding.subjects).entries()) {
    checkSubject(asObject(subject), isNamespaced, item(subjectsPath, index), report);
  }
}

/** Source: as above, ValidateRoleBindingSubject. */
function checkSubject(subject: JsonObject, isNamespaced: boolean, path: FieldPath, report: Report): void {
  const name = textOf(subject.name);
  if (name === "") report("Required", child(path, "name"), subject.name, "needs a name");
  const kind = textOf(subject.kind);
  const apiGroup = textOf(subject.apiGroup);
  if (kind !== "ServiceAccount") {
    checkSupported(kind, subjectKinds, child(path, "kind"), report);
    if (subjectKinds.includes(kind)) checkSupported(apiGroup || group, [group], child(path, "apiGroup"), report);
    return;
  }
  if (name !== "") reportProblems(dns1123SubdomainProblems(name), child(path, "name"), name, report);
  if (apiGroup !== "") {
    report("NotSupported", child(path, "apiGroup"), apiGroup, "is not empty, as for a ServiceAccount", [""]);
  }
  if (!isNamespaced && textOf(subject.namespace) === "") {
    report("Required", child(path, "namespace"), subject.namespace, "needs the namespace of the ServiceAccount");
  }
}
