import { type FlagTable, inGroup, valueFlag } from "@kubeschema/command-kit";
import { type LabelSelector, parseLabelSelector } from "../label-selector.ts";

/** Which Ingresses to report on. */
export interface SelectionOptions {
  /** Labels that an Ingress must have. */
  readonly selector?: LabelSelector;
}

/** The share of the namespaces to report on. */
export interface ShardOptions {
  readonly shard?: Share;
}

/** One of several equal shares. */
export interface Share {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/** The flag that says which Ingresses to report on, in addition to their names and namespaces. */
export const selectionFlags: FlagTable<SelectionOptions> = inGroup("Selection", {
  selector: valueFlag({
    short: "l",
    value: "LABELS",
    expects: "labels such as app=web,tier!=test",
    parse: parseLabelSelector,
    help:
      "only Ingresses with these labels, such as app=web,tier!=test or env in (a,b); the others still count as neighbours",
  }),
});

/** The flag that splits a report into several. */
export const shardFlag: FlagTable<ShardOptions> = inGroup("Selection", {
  shard: valueFlag({
    value: "I/N",
    expects: "a share such as 0/4, the first of four, or 3/4, the last",
    parse: parseShare,
    help: "share I, from 0, of N that the namespaces are split into; all are read, as neighbours; for an Indexed Job",
  }),
});

function parseShare(text: string): Share | undefined {
  const [, index, count] = /^(\d{1,9})\/(\d{1,9})$/.exec(text) ?? [];
  const share = { index: Number(index), count: Number(count) };
  return share.index < share.count ? share : undefined;
}
