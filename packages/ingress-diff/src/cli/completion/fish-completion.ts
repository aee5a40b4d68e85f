import type { CompletedCommand, CompletedFlag } from "./completion-model.ts";

/**
 * Writes the completion for fish.
 *
 * @see {@link https://fishshell.com/docs/current/cmds/complete.html}
 */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  const named = commands.filter(({ name }) => name !== "report");
  const conditionOf = ({ name }: CompletedCommand): string =>
    name === "report"
      ? `not __fish_seen_subcommand_from ${named.map((command) => command.name).join(" ")}`
      : `__fish_seen_subcommand_from ${name}`;
  const lines = commands.flatMap((command) => {
    const start = `complete -c ingress-diff -n ${quote(conditionOf(command))}`;
    return [
      ...(command.name === "report"
        ? named.map(({ name, summary }) => `${start} -a ${quote(name)} -d ${quote(summary)}`)
        : command.words.length === 0
        ? []
        : [`${start}${command.takesFiles ? " -F" : ""} -a ${quote(command.words.join(" "))}`]),
      ...command.flags.map((flag) => `${start} ${formatFlag(flag)}`),
    ];
  });
  return [
    "# fish completion of ingress-diff. Try: ingress-diff completion fish | source",
    "complete -c ingress-diff -f",
    ...lines,
    "complete -c kubectl-ingress_diff -w ingress-diff",
    "",
  ].join("\n");
}

function formatFlag({ name, short, help, value }: CompletedFlag): string {
  const takes = value === "none"
    ? ""
    : value === "file"
    ? " -r -F"
    : value === "free"
    ? " -x"
    : ` -x -a ${quote(value.join(" "))}`;
  return `${short === undefined ? "" : `-s ${short} `}-l ${name}${takes} -d ${quote(help)}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
