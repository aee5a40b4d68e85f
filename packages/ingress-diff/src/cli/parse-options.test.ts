import { expect, test } from "vitest";
import { parseOptions } from "./parse-options.ts";

test("parseOptions() reads names, short and long flags", () => {
  const args = ["web", "api", "-n", "shop", "-o", "json", "--at=2026-01-31T08:00:00Z", "--request-timeout", "1.5s"];
  expect(parseOptions(args)).toMatchObject({
    command: "report",
    names: ["web", "api"],
    namespace: "shop",
    output: "json",
    at: "2026-01-31T08:00:00Z",
    requestTimeoutMs: 1500,
    isAllNamespaces: false,
    isPrintRbac: false,
    isExitZero: false,
  });
});

test("parseOptions() reads whom to act as, and where", () => {
  const args = ["-s", "https://a.example", "--as", "jane", "--as-group", "dev", "--as-group=ops", "-l", "app=web"];
  const { connection, selector } = parseOptions(args);
  expect(connection).toEqual({ server: "https://a.example", as: "jane", asGroups: ["dev", "ops"] });
  expect(selector).toEqual([{ key: "app", operator: "in", values: ["web"] }]);
});

test.each([
  { args: ["--help"], command: "help" },
  { args: ["-h", "demo"], command: "help" },
  { args: ["--version"], command: "version" },
  { args: ["demo", "--exit-zero"], command: "demo" },
  { args: ["-A"], command: "report" },
])("parseOptions() reads $args as $command", ({ args, command }) => {
  expect(parseOptions(args).command).toBe(command);
});

test.each([
  { args: ["--nope"], want: "Unknown option '--nope'" },
  { args: ["-n"], want: "Option '-n, --namespace <value>' argument missing" },
  { args: ["-o", "xml"], want: 'or "prometheus", found "xml"' },
  { args: ["--at", "tomorrow"], want: "--at expects a time such as 2026-01-31T08:00:00Z" },
  { args: ["--at", "2026-13-01T00:00:00Z"], want: "--at expects a time" },
  { args: ["--request-timeout", "0"], want: "--request-timeout expects a time such as 30s" },
  { args: ["--request-timeout", "99999m"], want: "--request-timeout expects a time such as 30s" },
  { args: ["-A", "-n", "shop"], want: "-A and -n exclude each other" },
  { args: ["--snapshot", "a.yaml", "--context", "b"], want: "--snapshot reads no cluster" },
  { args: ["--snapshot", "a.yaml", "--as", "b"], want: "it does not go with --as" },
  { args: ["--watch", "--snapshot", "a"], want: "--watch looks at a cluster, so it does not go with --snapshot" },
  { args: ["-w", "-f", "a"], want: "it does not go with --filename" },
  { args: ["--context", "a", "--context-index", "0"], want: "--context and --context-index exclude each other" },
  { args: ["--context-index", "-1"], want: "--context-index' argument is ambiguous" },
  { args: ["--context-index=-1"], want: '--context-index expects a whole number from 0 on, found "-1"' },
  { args: ["--context-index=1e3"], want: "--context-index expects a whole number" },
  { args: ["--shard", "4/4"], want: "--shard expects a share such as 0/4, the first of four, or 3/4, the last" },
  {
    args: ["--shard", "1"],
    want: '--shard expects a share such as 0/4, the first of four, or 3/4, the last, found "1"',
  },
  { args: ["--serve-metrics", ":9090"], want: "--serve-metrics needs --watch" },
  { args: ["-w", "--serve-metrics", "9090"], want: "--serve-metrics expects an address such as :9090" },
  { args: ["-w", "--serve-metrics", ":65536"], want: "--serve-metrics expects an address such as :9090" },
  { args: ["-l", "a=b=c"], want: "-l expects labels such as" },
  { args: ["demo", "web"], want: '"demo" takes no names' },
  { args: ["demo", "--context", "a"], want: '"demo" does not take --context' },
])("parseOptions() throws a UsageError for $args", ({ args, want }) => {
  expect(() => parseOptions(args)).toThrow(want);
  expect(() => parseOptions(args)).toThrow(expect.objectContaining({ name: "UsageError" }));
});
