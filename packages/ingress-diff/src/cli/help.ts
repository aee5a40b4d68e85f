import { commands } from "./commands.ts";
import { type Flag, flagGroups } from "./flags.ts";

/** What `--help` prints. */
export function formatHelp(): string {
  return [opening, formatUsage(), ...flagGroups.map(formatGroup), closing].join("\n");
}

const opening = `ingress-diff -A
ingress-diff checkout -n shop -o json

Tells whether the cluster does what its Ingresses ask for: which routes are broken, why, and what to do. Only reads.
`;

const closing =
  "Exit code: 0 nothing found, 1 findings, 2 could not tell (no access, wrong usage, checks that could not be done).\n";

function formatUsage(): string {
  const width = Math.max(...commands.map(({ usage }) => usage.length));
  return commands.map(({ usage, summary }, index) =>
    `${index === 0 ? "Usage:" : "      "} ingress-diff ${usage.padEnd(width)}  ${summary}\n`
  ).join("");
}

function formatGroup({ title, flags }: (typeof flagGroups)[number]): string {
  const width = Math.max(...flags.map((flag) => formatFlag(flag).length));
  return `${title}\n${flags.map((flag) => `${formatFlag(flag).padEnd(width)}  ${flag.help}\n`).join("")}`;
}

function formatFlag({ name, short, value, choices }: Flag): string {
  const takes = value === undefined
    ? ""
    : ` ${choices === undefined || choices.length > 3 ? value : choices.join("|")}`;
  return `  ${short === undefined ? "   " : `-${short},`} --${name}${takes}`;
}
