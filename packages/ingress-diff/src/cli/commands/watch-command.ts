import { type Command, defineCommand, type FlagTable, inGroup, valueFlag } from "@kubeschema/command-kit";
import { checkConnection, connectionFlags, type ConnectionOptions } from "../flags/connection-flags.ts";
import { detailFlag, type DetailOptions, outputFlag } from "../flags/output-flags.ts";
import { checkScope, scopeFlags, type ScopeOptions } from "../flags/scope-flags.ts";
import { selectionFlags, type SelectionOptions, shardFlag, type ShardOptions } from "../flags/selection-flags.ts";
import { judgementFlags, type JudgementOptions } from "../flags/settings-flags.ts";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";
import type { ListenAddress } from "../metrics-server.ts";

/** What to watch, and how to tell. */
export interface WatchOptions
  extends ScopeOptions, SelectionOptions, ShardOptions, DetailOptions, JudgementOptions, ConnectionOptions {
  readonly output: "text" | "ndjson";
  /** Where to serve metrics. */
  readonly serveMetrics?: ListenAddress;
}

/** The flags of `watch`. */
const watchFlags: FlagTable<WatchOptions> = {
  ...scopeFlags,
  ...selectionFlags,
  ...shardFlag,
  ...outputFlag("text", "ndjson"),
  ...inGroup<Pick<WatchOptions, "serveMetrics">>("Output", {
    serveMetrics: valueFlag({
      value: "ADDRESS",
      expects: "an address such as :9090 or 127.0.0.1:9090",
      parse: parseListenAddress,
      help: "serve /metrics for Prometheus and /healthz there, such as on :9090",
    }),
  }),
  ...detailFlag,
  ...judgementFlags,
  ...connectionFlags,
};

/** `watch`: a report, then what changes. */
export const watchCommand: Command<IngressDiffWorld> = defineCommand<WatchOptions, IngressDiffWorld>({
  summary: "report on a cluster, then print what changes, until Ctrl-C",
  examples: ["ingress-diff watch -A", "ingress-diff watch -A -o ndjson --serve-metrics 127.0.0.1:9090"],
  flags: watchFlags,
  operands: { usage: "[NAME...]", expects: "names of Ingresses" },
  check: (options) => {
    checkScope(options);
    checkConnection(options);
  },
  run: async (options, call) => (await import("./watch.ts")).runWatch(options, call),
});

/** Where to listen, such as `:9090`, `127.0.0.1:9090` or `[::1]:9090`. */
function parseListenAddress(text: string): ListenAddress | undefined {
  const [, ipv6, name, port] = /^(?:\[([\da-fA-F:.%\w]+)\]|([\w.-]*)):(\d{1,5})$/.exec(text) ?? [];
  const host = ipv6 ?? name;
  if (!(Number(port) <= 65_535)) return undefined;
  return { ...(host === undefined || host === "" ? {} : { host }), port: Number(port) };
}
