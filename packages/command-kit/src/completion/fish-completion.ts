import type { CompletedCommand, CompletedFlag, CompletionModel } from "./completion-model.ts";

/**
 * Writes the completion for fish.
 *
 * @see {@link https://fishshell.com/docs/current/cmds/complete.html}
 */
export function fishCompletion({ program, names, unnamed, commands }: CompletionModel): string {
  const [, ...aliases] = names;
  const isUnnamed = `not __fish_seen_subcommand_from ${commands.map(({ name }) => name).join(" ")}`;
  const start = (condition: string): string => `complete -c ${program} -n ${quote(condition)}`;
  const lines = [
    ...commands.map(({ name, summary }) => `${start(isUnnamed)} -a ${quote(name)} -d ${quote(summary)}`),
    ...(unnamed.takesFiles ? [`${start(isUnnamed)} -F`] : []),
    ...unnamed.flags.map((flag) => `${start(isUnnamed)} ${formatFlag(flag)}`),
    ...commands.flatMap((command) => formatCommand(command, start(`__fish_seen_subcommand_from ${command.name}`))),
  ];
  return [
    `# fish completion of ${program}. Try: ${program} completion fish | source`,
    `complete -c ${program} -f`,
    ...lines,
    ...aliases.map((alias) => `complete -c ${alias} -w ${program}`),
    "",
  ].join("\n");
}

function formatCommand({ words, takesFiles, flags }: CompletedCommand, start: string): readonly string[] {
  const files = takesFiles ? " -F" : "";
  const list = words.length === 0 ? "" : ` -a ${quote(words.join(" "))}`;
  return [
    ...(files + list === "" ? [] : [`${start}${files}${list}`]),
    ...flags.map((flag) => `${start} ${formatFlag(flag)}`),
  ];
}

function formatFlag({ long, short, help, value }: CompletedFlag): string {
  return `${short === undefined ? "" : `-s ${short} `}-l ${long}${takesOf(value)} -d ${quote(help)}`;
}

function takesOf(value: CompletedFlag["value"]): string {
  switch (value) {
    case "none":
      return "";
    case "file":
      return " -r -F";
    case "folder":
      return " -x -a '(__fish_complete_directories)'";
    case "free":
      return " -x";
    default:
      return ` -x -a ${quote(value.join(" "))}`;
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
