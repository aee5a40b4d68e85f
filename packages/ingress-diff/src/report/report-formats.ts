import type { ReportFormatter } from "./report-options.ts";

/** What `-o` takes. */
export type OutputFormat =
  | "text"
  | "wide"
  | "json"
  | "yaml"
  | "ndjson"
  | "markdown"
  | "html"
  | "sarif"
  | "junit"
  | "github"
  | "prometheus";

/** One output format. */
export interface ReportFormat {
  readonly name: OutputFormat;
  /** What it is for, in a few words. */
  readonly summary: string;
  /** Loads the code: a run prints one format and should not read the others. */
  readonly load: () => Promise<ReportFormatter>;
}

/** Every output format, the default first. */
export const reportFormats: readonly ReportFormat[] = [
  {
    name: "text",
    summary: "people at a terminal: causes first, then the routes that they break",
    load: async () => (await import("./text-report.ts")).formatTextReport,
  },
  {
    name: "wide",
    summary: "people and grep: a table with one line for each route",
    load: async () => (await import("./wide-report.ts")).formatWideReport,
  },
  {
    name: "json",
    summary: "programs; the shape has a version and a JSON Schema",
    load: async () => (await import("./write-json-report.ts")).writeJsonReport,
  },
  {
    name: "yaml",
    summary: "the same as JSON, in YAML",
    load: async () => (await import("./yaml-report.ts")).formatYamlReport,
  },
  {
    name: "ndjson",
    summary: "logs: a JSON object on each line, the report's head first, then a line for each finding",
    load: async () => (await import("./ndjson-report.ts")).formatNdjsonReport,
  },
  {
    name: "markdown",
    summary: "a comment on a pull request, or GitHub's job summary",
    load: async () => (await import("./markdown-report.ts")).formatMarkdownReport,
  },
  {
    name: "html",
    summary: "a page in one file, with a table to filter and a drawn graph",
    load: async () => (await import("./html/html-report.ts")).formatHtmlReport,
  },
  {
    name: "sarif",
    summary: "code scanning (SARIF 2.1.0)",
    load: async () => (await import("./sarif-report.ts")).formatSarifReport,
  },
  {
    name: "junit",
    summary: "test reports of CI systems (JUnit XML)",
    load: async () => (await import("./junit-report.ts")).formatJunitReport,
  },
  {
    name: "github",
    summary: "annotations of GitHub Actions",
    load: async () => (await import("./github-report.ts")).formatGithubReport,
  },
  {
    name: "prometheus",
    summary: "metrics as text, for a textfile collector or a push gateway",
    load: async () => (await import("./prometheus-report.ts")).formatPrometheusReport,
  },
];
