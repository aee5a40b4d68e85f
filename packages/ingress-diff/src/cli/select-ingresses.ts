import { createHash } from "node:crypto";
import { CommandError, suggest } from "@kubeschema/command-kit";
import type { ClusterView } from "../observe/cluster-view.ts";
import type { ScopeOptions } from "./flags/scope-flags.ts";
import type { SelectionOptions, ShardOptions, Share } from "./flags/selection-flags.ts";
import { type LabelSelector, matchesLabels } from "./label-selector.ts";

/** The requested Ingresses. */
export interface Selection extends Pick<ScopeOptions, "namespace">, SelectionOptions, ShardOptions {
  /** As `name` or `namespace/name`; an empty list means all. */
  readonly names: readonly string[];
}

type Ingress = { readonly namespace: string; readonly name: string };

/**
 * Which Ingresses of a view the command is about: those in the namespace, with one of the names and the labels.
 *
 * All others stay in the view: they may have the same routes.
 *
 * @throws {CommandError} If nothing fits, or a name fits no Ingress.
 */
export function createSelection(
  view: ClusterView,
  { names, namespace, selector, shard }: Selection,
): (ingress: Ingress) => boolean {
  const inNamespace = (ingress: Ingress): boolean => namespace === undefined || ingress.namespace === namespace;
  const candidates = view.ingresses.filter(inNamespace);
  if (namespace !== undefined && view.ingresses.length > 0 && candidates.length === 0) {
    throw new CommandError(
      `Cannot report on namespace "${namespace}": ${view.source} holds no Ingress in it${
        suggest(namespace, new Set(view.ingresses.map((ingress) => ingress.namespace)))
      }`,
      { hint: "ingress-diff without -n shows every namespace of the snapshot" },
    );
  }
  for (const name of names) {
    if (candidates.some((ingress) => isNamed(ingress, name))) continue;
    const place = namespace ?? view.namespace;
    throw new CommandError(
      `Cannot find Ingress "${name}"${place === undefined ? "" : ` in namespace "${place}"`}: ${view.source} has ${
        candidates.length === 1 ? "1 other" : `${candidates.length} others`
      }${describeLikely(name, candidates, view.ingresses)}`,
      { hint: "kubectl get ingresses -A" },
    );
  }
  const labelled = selector === undefined ? undefined : labelledKeys(candidates, selector);
  if (labelled?.size === 0 && candidates.length > 0) {
    throw new CommandError(
      `Cannot find an Ingress with these labels: none of ${candidates.length} in ${view.source} has them`,
      { hint: "kubectl get ingresses -A --show-labels" },
    );
  }
  return (ingress) =>
    inNamespace(ingress) && (names.length === 0 || names.some((name) => isNamed(ingress, name))) &&
    (shard === undefined || isInShare(ingress.namespace, shard)) &&
    (labelled === undefined || labelled.has(`${ingress.namespace}/${ingress.name}`));
}

/** Where it is after all, or which Ingress was meant. */
function describeLikely(name: string, candidates: readonly Ingress[], all: readonly Ingress[]): string {
  const elsewhere = all.find((ingress) => isNamed(ingress, name));
  if (elsewhere !== undefined) return `, and there is one in namespace "${elsewhere.namespace}"`;
  const names = candidates.map((ingress) => name.includes("/") ? `${ingress.namespace}/${ingress.name}` : ingress.name);
  return suggest(name, new Set(names));
}

/** The same for every run and machine, so that N runs with all indexes report on each namespace once. */
function isInShare(namespace: string, { index, count }: Share): boolean {
  return createHash("sha256").update(namespace).digest().readUInt32BE(0) % count === index;
}

function labelledKeys(ingresses: ClusterView["ingresses"], selector: LabelSelector): ReadonlySet<string> {
  const fitting = ingresses.filter(({ labels }) => matchesLabels(selector, labels ?? {}));
  return new Set(fitting.map(({ namespace, name }) => `${namespace}/${name}`));
}

function isNamed(ingress: Ingress, name: string): boolean {
  return name.includes("/") ? `${ingress.namespace}/${ingress.name}` === name : ingress.name === name;
}
