/**
 * Compares the verdicts of a real API server and of our validators on the same objects.
 *
 * @module
 */
export { compareKind, type Difference, type KindReport, type ParityKind } from "./compare-kind.ts";
export { kinds } from "./kinds/mod.ts";
export { formatReport } from "./format-report.ts";
export { targetOf } from "./targets.ts";
export { type JsonObject, mutate, type MutationPlan } from "./mutate.ts";
