import type { Reporter, ReportOptions } from "./reporter.ts";

/** What `-o` takes. */
export type Format =
  | "text"
  | "json"
  | "junit"
  | "sarif"
  | "github"
  | "tap";

/** The way each is made; only the code of the requested one is loaded. */
const reporters: Readonly<Record<Format, (options: ReportOptions) => Promise<Reporter>>> = {
  text: async (options) => (await import("./text-report.ts")).createTextReport(options),
  json: async () => (await import("./json-report.ts")).createJsonReport(),
  junit: async () => (await import("./junit-report.ts")).createJunitReport(),
  sarif: async (options) => (await import("./sarif-report.ts")).createSarifReport(options),
  github: async (options) => (await import("./github-report.ts")).createGithubReport(options),
  tap: async () => (await import("./tap-report.ts")).createTapReport(),
};

/** Every format, the default first. */
export const formats: readonly Format[] = Object.keys(reporters) as Format[]; // The keys of a table of every format.

/** Makes the reporter of a format. */
export function createReporter(format: Format, options: ReportOptions): Promise<Reporter> {
  return reporters[format](options);
}
