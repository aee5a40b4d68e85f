import type { CompletedCommand, CompletedFlag } from "./completion-model.ts";

/**
 * Writes the completion for zsh, for a file `_ingress-diff` in `$fpath` or to be sourced after `compinit`.
 *
 * @see {@link https://zsh.sourceforge.io/Doc/Release/Completion-System.html}
 */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  const named = commands.filter(({ name }) => name !== "report");
  return `#compdef ingress-diff kubectl-ingress_diff
# zsh completion of ingress-diff. Try: source <(ingress-diff completion zsh)
_ingress_diff() {
  local command=report word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$word" in
      ${named.map(({ name }) => name).join("|")})
        command="$word"
        break
        ;;
    esac
  done
  case "$command" in
${commands.map((command) => formatCommand(command, named)).join("")}  esac
}
_ingress_diff_commands() {
  local -a commands=(
${named.map(({ name, summary }) => `    ${quote(`${name}:${summary}`)}\n`).join("")}  )
  _describe command commands
}
if [[ "\${funcstack[1]}" == "_ingress-diff" ]]; then
  _ingress_diff "$@"
else
  compdef _ingress_diff ingress-diff kubectl-ingress_diff
fi
`;
}

function formatCommand(
  { name, flags, words, takesFiles }: CompletedCommand,
  named: readonly CompletedCommand[],
): string {
  const isNamed = named.some((command) => command.name === name);
  const list = words.length === 0 ? [] : [`2:argument:(${words.join(" ")})`];
  const rest = !isNamed ? ["*: :_ingress_diff_commands"] : takesFiles ? ["*:file:_files"] : list;
  const specs = [
    ...flags.flatMap(formatFlag),
    ...(isNamed ? [`1:command:(${name})`] : []),
    ...rest,
  ].map(quote);
  return `    ${name})
      _arguments ${specs.join(" \\\n        ")}
      ;;
`;
}

function formatFlag({ name, short, help, value }: CompletedFlag): readonly string[] {
  const spellings = short === undefined ? [`--${name}`] : [`-${short}`, `--${name}`];
  const action = value === "none"
    ? ""
    : value === "file"
    ? ":file:_files"
    : value === "free"
    ? ":value: "
    : `:value:(${value.join(" ")})`;
  // A long flag takes its value as the next word or after "=".
  return spellings.map((flag) =>
    `(${spellings.join(" ")})${flag}${value !== "none" && flag.startsWith("--") ? "=" : ""}[${
      help.replace(/[\\[\]:]/g, "\\$&")
    }]${action}`
  );
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
