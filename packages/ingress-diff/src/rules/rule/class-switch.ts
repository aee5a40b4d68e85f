import type { FieldWriter } from "../../observe/cluster-view.ts";
import type { RouteSource } from "../../routes/route.ts";

/** One write, as far as `managedFields` tell. */
export interface Write {
  readonly manager: string;
  /** RFC 3339, as the API server gave it. */
  readonly time: string;
  readonly timeMs: number;
}

/** A class that was written after the status. */
export interface ClassSwitch extends Write {
  /** The status that was there before, and was not written since. */
  readonly status: Write;
  /**
   * Whether the time is surely that of the class: the writer owns nothing else, as after `kubectl patch`. One that owns
   * the whole spec, such as Helm, may have changed a rule at that time and the class never.
   */
  readonly isCertain: boolean;
}

/** The last write of the status; `undefined` if nobody wrote one or `managedFields` do not say. */
export function lastStatusWrite(source: RouteSource): Write | undefined {
  return lastWrites(source).status;
}

/**
 * Tells whether the effective class was written after the status.
 *
 * That alone is not a fault: a status that stays as it is, is not written again, so an edit is newer than the status of
 * every healthy Ingress. Only together with an address that does not fit the class it says who switched what, and when.
 */
export function classSwitchOf(source: RouteSource): ClassSwitch | undefined {
  return lastWrites(source).classSwitch;
}

/** Says in a sentence who switched the class, and when. */
export function describeSwitch({ manager, time, status, isCertain }: ClassSwitch): string {
  const what = isCertain ? "set the class" : "last wrote the spec, the class included,";
  return `"${manager}" ${what} at ${time}, after "${status.manager}" had written the status at ${status.time}`;
}

interface LastWrites {
  readonly status: Write | undefined;
  readonly classSwitch: ClassSwitch | undefined;
}

/** Several rules need the same result, for each of very many Ingresses. */
const known = new WeakMap<RouteSource, LastWrites>();

function lastWrites(source: RouteSource): LastWrites {
  const found = known.get(source) ?? findLastWrites(source);
  known.set(source, found);
  return found;
}

function findLastWrites(source: RouteSource): LastWrites {
  const owns = source.classSource === "field" ? "ownsClassField" as const : "ownsClassAnnotation" as const;
  const status = lastOf(source.writers, ({ ownsStatus }) => ownsStatus);
  const last = status && lastOf(source.writers, (writer) => writer[owns]);
  if (status === undefined || last === undefined || last.timeMs <= status.timeMs) {
    return { status, classSwitch: undefined };
  }
  const { writer, ...write } = last;
  return { status, classSwitch: { ...write, status, isCertain: !writer.ownsOtherFields } };
}

function lastOf(
  writers: readonly FieldWriter[],
  isOwner: (writer: FieldWriter) => boolean,
): (Write & { readonly writer: FieldWriter }) | undefined {
  let last: (Write & { readonly writer: FieldWriter }) | undefined;
  for (const writer of writers) {
    if (writer.time === undefined || !isOwner(writer)) continue;
    const timeMs = Date.parse(writer.time);
    if (Number.isNaN(timeMs) || (last !== undefined && last.timeMs >= timeMs)) continue;
    last = { manager: writer.manager, time: writer.time, timeMs, writer };
  }
  return last;
}
