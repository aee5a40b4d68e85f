import type { JsonObject } from "../mutate.ts";
import { deploymentKind } from "./deployment.ts";

/** The specs and templates of the Deployments, for the other kinds that have pods. */
export const deploymentSpecs: readonly JsonObject[] = deploymentKind.bases.map(({ spec }) => part(spec));

/** The templates alone. */
export const templates: readonly JsonObject[] = deploymentSpecs.map(({ template }) => part(template));

/** The values for the fields of pods. */
export const podPools: Readonly<Record<string, readonly unknown[]>> = deploymentKind.pools;

/** Fields to add to pods. */
export const podAdded: Readonly<Record<string, readonly string[]>> = deploymentKind.added ?? {};

/** Changes the pods of a template a little. */
export function withPods(template: JsonObject, changes: JsonObject): JsonObject {
  return { ...template, spec: { ...part(template.spec), ...changes } };
}

/** Narrows a part of an object that is written here, and is an object. */
export function part(value: unknown): JsonObject {
  return value as JsonObject;
}
