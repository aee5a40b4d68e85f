import { lifecycles, modules } from "../gen/registry.js";
import { isJsonObject } from "../values/json-object.ts";
import { type KubernetesVersion, parseKubernetesVersion } from "../values/kubernetes-version.ts";
import { identityIssue, openApi, wholeIssue } from "../runtime/identity-issue.ts";
import type { ValidateOptions } from "../values/validate-options.ts";
import type { ValidationIssue } from "../values/validation-issue.ts";
import { isServed, type Lifecycle, lifecycleWarning, type ValidationWarning } from "./lifecycle-warning.ts";
import { nearestVersion } from "./nearest-version.ts";

/** What `validate()` finds out about a value. */
export interface ValidationResult {
  /** As given, where it is text. */
  readonly apiVersion?: string;
  readonly kind?: string;
  /** `unknown-kind`: no such kind is served by this version of Kubernetes itself, so that nothing could be checked. */
  readonly status: "valid" | "invalid" | "unknown-kind";
  readonly issues: readonly ValidationIssue[];
  readonly warnings: readonly ValidationWarning[];
  /** The version whose schema served, such as `v1.33`: the nearest, where the version that was asked for has none. */
  readonly schemaVersion: string;
}

type Validate = (value: unknown, options?: ValidateOptions) => readonly ValidationIssue[];

/** Kinds that are older than every schema, and written by hand: the version of their schema, and their validator. */
const oldKinds: Readonly<Record<string, OldKind>> = {
  "extensions/v1beta1/Ingress": { schemaVersion: "v1.21", load: loadIngressV1beta1 },
  "networking.k8s.io/v1beta1/Ingress": { schemaVersion: "v1.21", load: loadIngressV1beta1 },
};

interface OldKind {
  readonly schemaVersion: string;
  readonly load: () => Promise<Validate>;
}

async function loadIngressV1beta1(): Promise<Validate> {
  return (await import("./validate-ingress-v1beta1.ts")).validateIngressV1beta1;
}

// `import()` of what is loaded already takes longer than to validate a small object.
const loaded = new Map<object, Readonly<Record<string, unknown>>>();

const versions = Object.keys(modules);
const defaultVersion = versions[0] ?? "";

/** What follows from the version that is asked for, which is most often the one before. */
let last = targetOf(defaultVersion);

function targetOf(kubernetesVersion: string): {
  readonly kubernetesVersion: string;
  readonly target: KubernetesVersion;
  readonly schemaVersion: string;
} {
  const target = parseKubernetesVersion(kubernetesVersion);
  return { kubernetesVersion, target, schemaVersion: nearestVersion(target, versions) };
}

/**
 * Lists what is wrong with a value as the Kubernetes object that it says it is. The code for its kind is loaded when it is
 * needed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { validate } from "@kubeschema/validators";
 *
 * const object = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data: { port: 80 } };
 * const { status, issues, schemaVersion } = await validate(object, { kubernetesVersion: "1.38" });
 * assert.equal(status, "invalid");
 * assert.deepEqual(issues.map(({ fieldPath, suggestion }) => [fieldPath, suggestion]), [["data[port]", "quote it"]]);
 * assert.equal(schemaVersion, "v1.36");
 * ```
 * @param value Any value; it is not changed.
 * @param options `kubernetesVersion` selects the schema, the rules and the warnings.
 * @throws {RangeError} If `options.kubernetesVersion` is not a version.
 */
export async function validate(value: unknown, options: ValidateOptions = {}): Promise<ValidationResult> {
  const { kubernetesVersion = defaultVersion } = options;
  if (last.kubernetesVersion !== kubernetesVersion) last = targetOf(kubernetesVersion);
  const { target, schemaVersion } = last;
  if (!isJsonObject(value)) {
    return {
      status: "invalid",
      issues: [wholeIssue(value, { expected: "an object" }, { source: openApi })],
      warnings: [],
      schemaVersion,
    };
  }
  const identity = { apiVersion: ownText(value, "apiVersion"), kind: ownText(value, "kind") };
  const { apiVersion, kind } = identity;
  const names = { ...(apiVersion === undefined ? {} : { apiVersion }), ...(kind === undefined ? {} : { kind }) };
  if (!apiVersion || !kind) {
    const issues = (["apiVersion", "kind"] as const)
      .filter((name) => !identity[name])
      .map((name) => identityIssue(name, ownValue(value, name), [], { source: openApi }));
    return { ...names, status: "invalid", issues, warnings: [], schemaVersion };
  }
  const lifecycle = ownValue(lifecycles, `${apiVersion}/${kind}`) ?? {};
  const warning = lifecycleWarning(apiVersion, kind, lifecycle, target);
  const warnings = warning === undefined ? [] : [warning];
  const oldKind = isServed(lifecycle, target) ? ownValue(oldKinds, `${apiVersion}/${kind}`) : undefined;
  if (oldKind !== undefined) {
    const issues = (await oldKind.load())(value, { ...options, kubernetesVersion });
    const status = issues.length === 0 ? "valid" : "invalid";
    return { ...names, status, issues, warnings, schemaVersion: oldKind.schemaVersion };
  }
  const validator = await findValidator(schemaVersion, apiVersion, kind, lifecycle, target);
  if (validator === undefined) return { ...names, status: "unknown-kind", issues: [], warnings, schemaVersion };
  const issues = validator(value, { ...options, kubernetesVersion });
  return { ...names, status: issues.length === 0 ? "valid" : "invalid", issues, warnings, schemaVersion };
}

async function findValidator(
  schemaVersion: string,
  apiVersion: string,
  kind: string,
  lifecycle: Lifecycle,
  target: KubernetesVersion,
): Promise<Validate | undefined> {
  // The nearest schema may have a kind that the version itself does not serve.
  if (!isServed(lifecycle, target)) return undefined;
  const load = ownValue(ownValue(modules, schemaVersion) ?? {}, apiVersion);
  if (load === undefined) return undefined;
  const module = loaded.get(load) ?? await load();
  loaded.set(load, module);
  // What the generated modules export under such names are validators.
  return ownValue(module, `validate${kind}`) as Validate | undefined;
}

function ownText(object: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = ownValue(object, name);
  return typeof value === "string" ? value : undefined;
}

function ownValue<T>(object: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
