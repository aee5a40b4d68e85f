import { type FlagTable, inGroup, valueFlag } from "@kubeschema/command-kit";

/** The time to judge as of. */
export interface TimeOptions {
  /** RFC 3339. */
  readonly at?: string;
}

/** The flag that says as of when ages and certificates are judged. */
export const timeFlag: FlagTable<TimeOptions> = inGroup("Settings", {
  at: valueFlag({
    value: "TIME",
    expects: "a time such as 2026-01-31T08:00:00Z",
    parse: parseTime,
    help: "judge ages and certificates as of this time, such as 2026-01-31T08:00:00Z",
  }),
});

/** A date, or a date and time with a zone, of RFC 3339. */
function parseTime(text: string): string | undefined {
  const isTime = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text);
  return isTime && !Number.isNaN(Date.parse(text)) ? text : undefined;
}
