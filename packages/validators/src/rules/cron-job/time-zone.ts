import type { FieldPath } from "../../values/field-path.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { batch } from "../sources.ts";

const part = /^(?!-|\.\.?$)[A-Za-z._0-9+-]{1,14}$/;

/**
 * The time zone of a CronJob: a name that the runtime knows, which has the zones of the IANA as servers do.
 */
export function checkTimeZone(outer: Report, timeZone: string, path: FieldPath): void {
  const report = reportFrom(outer, batch, "validateTimeZone");
  const isNamed = timeZone !== "" && timeZone.split("/").every((name) => part.test(name));
  if (!isNamed || timeZone.toLowerCase() === "local" || !isKnown(timeZone)) {
    report("Invalid", path, timeZone, 'is not the name of a time zone such as "Europe/Berlin" or "Etc/UTC"');
  }
}

function isKnown(timeZone: string): boolean {
  // These are offsets here, but a server does not know them as names.
  if (timeZone.startsWith("+")) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
}
