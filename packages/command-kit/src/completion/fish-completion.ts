import type { CompletedCommand, CompletedFlag, CompletionModel, Offer } from "./completion-model.ts";

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
    ...(unnamed.operands.files !== "none" ? [`${start(isUnnamed)} -F`] : []),
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

function formatCommand({ operands, flags }: CompletedCommand, start: string): readonly string[] {
  const offered = formatOffer(operands);
  return [...(offered === "" ? [] : [start + offered]), ...flags.map((flag) => `${start} ${formatFlag(flag)}`)];
}

function formatFlag({ long, short, help, value }: CompletedFlag): string {
  const letter = short === undefined ? "" : `-s ${short} `;
  const takes = value === undefined ? "" : value.files === "file" ? " -r" : " -x";
  return `${letter}-l ${long}${takes}${value === undefined ? "" : formatOffer(value)} -d ${quote(help)}`;
}

function formatOffer({ words, files }: Offer): string {
  const list = words.length === 0 ? "" : ` -a ${quote(words.join(" "))}`;
  if (files === "folder") return `${list} -a '(__fish_complete_directories)'`;
  return files === "file" ? ` -F${list}` : list;
}

function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
