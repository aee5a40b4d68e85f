interface Field {
  readonly from: number;
  readonly to: number;
  readonly names?: readonly string[];
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const fields: readonly Field[] = [
  { from: 0, to: 59 },
  { from: 0, to: 23 },
  { from: 1, to: 31 },
  { from: 1, to: 12, names: months },
  { from: 0, to: 6, names: days },
];
const descriptors = ["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"];
const timeZonePrefix = /^(?:CRON_)?TZ=[^ ]* \s*/;
// The characters that are white space in Go.
const blanks = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/**
 * Tells whether a text is the schedule of a CronJob: five fields, a descriptor such as `@daily`, or `@every 1h30m`.
 * Source: github.com/robfig/cron/v3, parser.go, ParseStandard.
 *
 * @param mayHaveTimeZone Whether a time zone may precede it, which is not checked.
 */
export function isSchedule(text: string, mayHaveTimeZone: boolean): boolean {
  const schedule = mayHaveTimeZone ? text.replace(timeZonePrefix, "") : text;
  if (schedule.startsWith("@")) {
    if (schedule.startsWith("@every ")) return isDuration(schedule.slice("@every ".length));
    return descriptors.includes(schedule);
  }
  const parts = schedule.trim().split(blanks);
  return parts.length === fields.length && fields.every((field, index) => isField(parts[index] ?? "", field));
}

// An empty item between commas is skipped.
function isField(text: string, field: Field): boolean {
  return text.split(",").every((range) => range === "" || isRange(range, field));
}

function isRange(text: string, field: Field): boolean {
  const [range = "", step, ...moreSteps] = text.split("/");
  const [low = "", high, ...more] = range.split("-");
  if (moreSteps.length > 0) return false;
  const stepSize = step === undefined ? 1 : numberOf(step);
  if (stepSize === undefined || stepSize === 0) return false;
  // Whatever follows a star and a dash is skipped.
  if (low === "*" || low === "?") return true;
  if (more.length > 0) return false;
  const from = numberNamed(low, field);
  const to = high !== undefined ? numberNamed(high, field) : step === undefined ? from : field.to;
  return from !== undefined && to !== undefined && from >= field.from && to <= field.to && from <= to;
}

function numberNamed(text: string, { from, names = [] }: Field): number | undefined {
  const index = names.indexOf(text.toLowerCase());
  return index === -1 ? numberOf(text) : index + from;
}

function numberOf(text: string): number | undefined {
  return /^\+?\d{1,18}$|^-0{1,18}$/.test(text) ? Math.abs(Number(text)) : undefined;
}

/** Whether Go reads a text as a duration. Source: time.ParseDuration. */
function isDuration(text: string): boolean {
  return /^[-+]?(?:0|(?:(?:\d{1,15}(?:\.\d{0,30})?|\.\d{1,30})(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h)){1,30})$/.test(text);
}
