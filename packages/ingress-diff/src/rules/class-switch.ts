import type { FieldWriter } from "../observe/cluster-view.ts";
import type { RouteSource } from "../routes/route.ts";

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
  return lastWrite(source.writers.filter((writer) => writer.ownsStatus))?.write;
}

/**
 * Tells whether the effective class was written after the status.
 *
 * That alone is no fault: a status that stays as it is, is not written again, so an edit is newer than the status of
 * every healthy Ingress. Only together with an address that does not fit the class it says who switched what, and when.
 */
export function classSwitchOf(source: RouteSource): ClassSwitch | undefined {
  const owns = source.classSource === "field" ? "ownsClassField" as const : "ownsClassAnnotation" as const;
  const last = lastWrite(source.writers.filter((writer) => writer[owns]));
  const status = lastStatusWrite(source);
  if (last === undefined || status === undefined || last.write.timeMs <= status.timeMs) return undefined;
  return { ...last.write, status, isCertain: !last.writer.ownsOtherFields };
}

/** Says in a sentence who switched the class, and when. */
export function describeSwitch({ manager, time, status, isCertain }: ClassSwitch): string {
  const what = isCertain ? "set the class" : "last wrote the spec, the class included,";
  return `"${manager}" ${what} at ${time}, after "${status.manager}" had written the status at ${status.time}`;
}

function lastWrite(
  writers: readonly FieldWriter[],
): { readonly write: Write; readonly writer: FieldWriter } | undefined {
  let last: { readonly write: Write; readonly writer: FieldWriter } | undefined;
  for (const writer of writers) {
    const timeMs = Date.parse(writer.time ?? "");
    if (Number.isNaN(timeMs) || (last !== undefined && last.write.timeMs >= timeMs)) continue;
    last = { write: { manager: writer.manager, time: writer.time ?? "", timeMs }, writer };
  }
  return last;
}
