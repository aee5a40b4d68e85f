import type { Format, Reporter, ReportOptions } from "./reporter.ts";

/** Makes the reporter of a format; only that one is loaded. */
export async function createReporter(format: Format, options: ReportOptions): Promise<Reporter> {
  switch (format) {
    case "text":
      return (await import("./text-report.ts")).createTextReport(options);
    case "json":
      return (await import("./json-report.ts")).createJsonReport();
    case "junit":
      return (await import("./junit-report.ts")).createJunitReport();
    case "sarif":
      return (await import("./sarif-report.ts")).createSarifReport(options);
    case "github":
      return (await import("./github-report.ts")).createGithubReport(options);
    case "tap":
      return (await import("./tap-report.ts")).createTapReport();
  }
}
