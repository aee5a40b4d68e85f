import { field } from "../../values/field-path.ts";
import { noProblems } from "../../formats/problems.ts";
import { asObject, isJsonObject, type JsonObject, textOf } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import type { ObjectKind } from "../../runtime/object-kind.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { authorization, certificates, create } from "../sources.ts";
import { checkGeneration } from "./generation.ts";
import { kindNameForm } from "./kind-name-form.ts";
import { checkName, type NameForm, nameForm } from "./name.ts";
import { pathSegmentForm } from "./name-forms.ts";
import { checkObjectMeta } from "./object-meta.ts";

// Requests that are answered and not stored: their metadata has no requirements, or must be absent.
const unstored = new Set([
  "/Binding",
  "/ComponentStatus",
  "authentication.k8s.io/SelfSubjectReview",
  "authentication.k8s.io/TokenReview",
  "authorization.k8s.io/SelfSubjectRulesReview",
]);
const signingRequest = "certificates.k8s.io/CertificateSigningRequest";
const anyForm: NameForm = nameForm(() => noProblems);

const withoutMetadata = new Set([
  "authorization.k8s.io/LocalSubjectAccessReview",
  "authorization.k8s.io/SelfSubjectAccessReview",
  "authorization.k8s.io/SubjectAccessReview",
]);

// Kinds that pkg/apis/core/validation, which asks for the standard finalizers, does not check.
const withAnyFinalizers = new Set([
  "/Event",
  "coordination.k8s.io/Lease",
  "coordination.k8s.io/LeaseCandidate",
  "node.k8s.io/RuntimeClass",
  "policy/PodDisruptionBudget",
]);
const groupsWithAnyFinalizers = new Set([
  "admissionregistration.k8s.io",
  "apiextensions.k8s.io",
  "apiregistration.k8s.io",
]);

/**
 * The rules for `metadata` of an object of any kind that the API server stores: all that is checked of kinds that have
 * no rules of their own here.
 *
 * Sources: kubernetes, apiserver/pkg/registry/rest/create.go, which checks every object, and the kinds' own validation,
 * which says what form names have.
 */
export function checkAnyObject(
  outer: Report,
  object: JsonObject,
  version: KubernetesVersion,
  { apiVersion, kind, isNamespaced }: ObjectKind,
): void {
  const report = reportFrom(outer, create, "BeforeCreate");
  if (isNamespaced === undefined) return;
  const group = apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
  const key = `${group}/${kind}`;
  if (unstored.has(key)) return;
  if (withoutMetadata.has(key)) {
    checkNoMetadata(report, object.metadata, isNamespaced);
    return;
  }
  if (key === signingRequest) {
    checkSigningRequest(report, object, isNamespaced);
    return;
  }
  const judged = key === "/LimitRange" ? withName(object) : object;
  const areStandard = !withAnyFinalizers.has(key) && !groupsWithAnyFinalizers.has(group);
  checkObjectMeta(report, judged, kindNameForm(group, kind, object, version), isNamespaced, areStandard);
}

// These may have any name, as far as their own validation goes; the check that every object passes comes after it, and
// only where that finds nothing. Source: kubernetes, pkg/apis/certificates/validation/validation.go,
// ValidateCertificateRequestName.
function checkSigningRequest(outer: Report, object: JsonObject, isNamespaced: boolean): void {
  const report = reportFrom(outer, certificates, "ValidateCertificateRequestName");
  let isFaulty = false;
  const note: Report = (...fault) => {
    isFaulty = true;
    report(...fault);
  };
  checkObjectMeta(note, object, anyForm, isNamespaced);
  checkGeneration(note, object);
  if (!isFaulty) checkName(report, asObject(object.metadata), pathSegmentForm, field("metadata"));
}

// The server gives a name to a LimitRange that has none. Source: kubernetes, pkg/registry/core/limitrange/strategy.go.
function withName(object: JsonObject): JsonObject {
  const metadata = asObject(object.metadata);
  return textOf(metadata.name) === "" ? { ...object, metadata: { ...metadata, name: "generated" } } : object;
}

// Source: kubernetes, pkg/apis/authorization/validation/validation.go.
function checkNoMetadata(outer: Report, metadata: unknown, isNamespaced: boolean): void {
  const report = reportFrom(outer, authorization, "ValidateSubjectAccessReview");
  if (!isJsonObject(metadata)) return;
  const given = Object.keys(metadata).filter((name) =>
    isGiven(metadata[name]) && name !== "managedFields" && !(isNamespaced && name === "namespace")
  );
  if (given.length > 0) report("Invalid", field("metadata"), metadata, "must be empty");
}

function isGiven(value: unknown): boolean {
  if (value === null || value === undefined || value === "" || value === 0) return false;
  return typeof value !== "object" || Object.keys(value).length > 0;
}
