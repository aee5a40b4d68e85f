import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { child, field, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { rbac } from "../sources.ts";
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
 * The API server's rules for a RoleBinding on create. An absent group is the right one.
 */
export function checkRoleBinding(outer: Report, binding: JsonObject): void {
  const report = reportFrom(outer, rbac, "ValidateRoleBinding");
  checkBinding(report, binding, ["Role", "ClusterRole"], true);
}

/** The server's rules for a ClusterRoleBinding. Source: as above, ValidateClusterRoleBinding. */
export function checkClusterRoleBinding(outer: Report, binding: JsonObject): void {
  const report = reportFrom(outer, rbac, "ValidateClusterRoleBinding");
  checkBinding(report, binding, ["ClusterRole"], false);
}

function checkBinding(report: Report, binding: JsonObject, kinds: readonly string[], isNamespaced: boolean): void {
  checkObjectMeta(report, binding, roleNameForm, isNamespaced);
  checkGeneration(report, binding);
  const ref = asObject(binding.roleRef);
  checkSupported(report, textOf(ref.apiGroup) || group, [group], child(roleRefPath, "apiGroup"));
  checkSupported(report, textOf(ref.kind), kinds, child(roleRefPath, "kind"));
  const name = textOf(ref.name);
  const namePath = child(roleRefPath, "name");
  if (name === "") report("Required", namePath, ref.name, "must be set to the name of a role");
  else reportProblems(report, roleNameForm.name(name), namePath, name);
  for (const [index, subject] of listOf(binding.subjects).entries()) {
    checkSubject(report, asObject(subject), isNamespaced, item(subjectsPath, index));
  }
}

/** Source: as above, ValidateRoleBindingSubject. */
function checkSubject(outer: Report, subject: JsonObject, isNamespaced: boolean, path: FieldPath): void {
  const report = reportFrom(outer, rbac, "ValidateRoleBindingSubject");
  const name = textOf(subject.name);
  if (name === "") report("Required", child(path, "name"), subject.name, "must be set");
  const kind = textOf(subject.kind);
  const apiGroup = textOf(subject.apiGroup);
  if (kind !== "ServiceAccount") {
    checkSupported(report, kind, subjectKinds, child(path, "kind"));
    if (subjectKinds.includes(kind)) checkSupported(report, apiGroup || group, [group], child(path, "apiGroup"));
    return;
  }
  if (name !== "") reportProblems(report, dns1123SubdomainProblems(name), child(path, "name"), name);
  if (apiGroup !== "") {
    report("NotSupported", child(path, "apiGroup"), apiGroup, "must be empty for a ServiceAccount", [""]);
  }
  if (!isNamespaced && textOf(subject.namespace) === "") {
    report(
      "Required",
      child(path, "namespace"),
      subject.namespace,
      "must be set to the namespace of the ServiceAccount",
    );
  }
}
