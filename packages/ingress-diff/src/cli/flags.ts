import { reportFormats } from "../report/report-formats.ts";
import type { CommandName } from "./commands.ts";
import { failOnChoices } from "./fail-on-choices.ts";

/** One flag: what the parser, `--help` and the completions know about it. */
export interface Flag {
  /** Without the dashes. */
  readonly name: string;
  readonly short?: string;
  /** What its value is called in `--help`; absent if it takes none. */
  readonly value?: string;
  /** The values it may have, where that is a closed list. */
  readonly choices?: readonly string[];
  readonly isRepeatable?: boolean;
  readonly help: string;
  /** The subcommands that take it; those of its group if not given. */
  readonly commands?: readonly CommandName[];
}

/** Flags that belong together in `--help`. */
export interface FlagGroup {
  readonly title: string;
  readonly commands: readonly CommandName[];
  readonly flags: readonly Flag[];
}

/** Every flag there is. */
export const flagGroups: readonly FlagGroup[] = [
  {
    title: "What to look at",
    commands: ["report", "demo"],
    flags: [
      {
        name: "namespace",
        short: "n",
        value: "NS",
        help: "one namespace; the default is the context's",
        commands: ["report", "demo", "snapshot", "compare"],
      },
      {
        name: "all-namespaces",
        short: "A",
        help: "every namespace",
        commands: ["report", "demo", "snapshot", "compare"],
      },
      {
        name: "selector",
        short: "l",
        value: "LABELS",
        help: "Ingresses with these labels, such as app=web,tier!=test",
      },
      {
        name: "shard",
        value: "I/N",
        help: "share I, from 0, of N that the namespaces are split into; all are read; for an Indexed Job",
        commands: ["report"],
      },
      { name: "watch", short: "w", help: "go on, and print what changes, until Ctrl-C", commands: ["report"] },
      {
        name: "serve-metrics",
        value: "ADDRESS",
        help: "with --watch: serve /metrics for Prometheus and /healthz there, such as :9090",
        commands: ["report"],
      },
      {
        name: "snapshot",
        value: "FILE",
        help: 'what "snapshot" wrote, or "kubectl get ... -o yaml" printed; a file, a folder, or - for stdin',
        commands: ["report", "snapshot"],
      },
      {
        name: "at",
        value: "TIME",
        help: "judge ages and certificates as of this time, such as 2026-01-31T08:00:00Z",
        commands: ["report", "demo", "snapshot"],
      },
      {
        name: "expiring-within",
        value: "T",
        help: "warn of certificates this long before their end; the default is 14d",
        commands: ["report", "demo", "compare"],
      },
    ],
  },
  {
    title: "Which cluster",
    commands: ["report", "snapshot", "compare"],
    flags: [
      {
        name: "kubeconfig",
        value: "FILE",
        help: "the default is $KUBECONFIG, then ~/.kube/config, then the pod's service account",
      },
      { name: "context", value: "NAME", help: "the default is the kubeconfig's current context" },
      {
        name: "context-index",
        value: "N",
        help: "the context at this place when they are sorted by name, from 0; for an Indexed Job",
      },
      { name: "cluster", value: "NAME", help: "a cluster of the kubeconfig, in place of the context's" },
      { name: "user", value: "NAME", help: "a user of the kubeconfig, in place of the context's" },
      { name: "server", short: "s", value: "URL", help: "address of the API server" },
      { name: "token", value: "TOKEN", help: "bearer token; other users of this machine can see it" },
      { name: "certificate-authority", value: "FILE", help: "certificate of the authority that signed the server's" },
      { name: "client-certificate", value: "FILE", help: "certificate to log in with" },
      { name: "client-key", value: "FILE", help: "its key" },
      { name: "insecure-skip-tls-verify", help: "do not check the server's certificate" },
      { name: "tls-server-name", value: "NAME", help: "the name that the server's certificate is for" },
      { name: "as", value: "USER", help: "act as this user" },
      { name: "as-group", value: "GROUP", isRepeatable: true, help: "and as this group; may be given again" },
      { name: "as-uid", value: "UID", help: "and with this uid" },
      {
        name: "print-rbac",
        help: "print the least RBAC rules for these flags, for --as, and read nothing",
        commands: ["report"],
      },
      { name: "request-timeout", value: "T", help: "for one request and its retries; the default is 30s" },
    ],
  },
  {
    title: "Compare with manifests",
    commands: ["report"],
    flags: [
      {
        name: "filename",
        short: "f",
        value: "FILE",
        isRepeatable: true,
        help: "what applying these would change; a file, a folder, or - for stdin; may be given again",
      },
      { name: "plan", help: "with -f: the routes and findings that would appear, disappear or change" },
      {
        name: "ignore",
        value: "FIELDPATH",
        isRepeatable: true,
        help: "with -f: leave out changes there, such as spec.rules[*].http",
      },
      {
        name: "ignore-manager",
        value: "NAME",
        isRepeatable: true,
        help: "with -f: leave out changes of what this manager owns",
      },
      { name: "ignore-order", help: "with -f: leave out lists that differ in order only" },
    ],
  },
  {
    title: "How to say it",
    commands: ["report", "demo"],
    flags: [
      {
        name: "output",
        short: "o",
        value: "FORMAT",
        choices: reportFormats.map(({ name }) => name),
        commands: ["report", "demo", "snapshot", "compare"],
        help: `the default is text; ${reportFormats.slice(1).map(({ name }) => name).join(", ")}`,
      },
      {
        name: "verbose",
        help: "every Ingress and route, also the healthy ones",
        commands: ["report", "demo", "compare"],
      },
      { name: "fail-on", value: "LEVEL", choices: failOnChoices, help: "what makes it exit with 1; default: warning" },
      { name: "exit-zero", help: "exit with 0 whatever is found", commands: ["report", "demo", "compare"] },
      { name: "baseline", value: "FILE", help: "a JSON report; what it holds is known, and does not count" },
      { name: "new-only", help: "leave out what is known" },
      {
        name: "config",
        value: "FILE",
        help: "the default is ingress-diff.config.json, .yaml, .ts or .js, if it is there",
        commands: ["report", "demo", "compare"],
      },
      { name: "version", help: "print the version" },
      { name: "help", short: "h", help: "print this" },
    ],
  },
];

/** Names of the flags that say which cluster to read, and so make no sense without one. */
export const clusterFlagNames: readonly string[] = flagGroups
  .filter(({ title }) => title === "Which cluster")
  .flatMap(({ flags }) => flags.map(({ name }) => name));

/** Every flag with the subcommands that take it. */
export const allFlags: readonly (Flag & { readonly commands: readonly CommandName[] })[] = flagGroups.flatMap((group) =>
  group.flags.map((flag) => ({ ...flag, commands: flag.commands ?? group.commands }))
);
