import type { CompletedCommand, CompletedFlag, CompletionModel, Offer } from "./completion-model.ts";

/**
 * Writes the completion for zsh, for a file in `$fpath` or to be sourced after `compinit`.
 *
 * @see {@link https://zsh.sourceforge.io/Doc/Release/Completion-System.html}
 */
export function zshCompletion({ program, names, functionName, unnamed, commands }: CompletionModel): string {
  return `#compdef ${names.join(" ")}
# zsh completion of ${program}. Try: source <(${program} completion zsh)
${functionName}() {
  local command=${unnamed.name} word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$word" in
      ${commands.map(({ name }) => name).join("|")})
        command="$word"
        break
        ;;
    esac
  done
  case "$command" in
${formatCase(unnamed, [`*: :${functionName}_commands`])}${
    commands.map((command) => formatCase(command, [`1:command:(${command.name})`, ...restOf(command)])).join("")
  }  esac
}
${functionName}_commands() {
  local -a commands=(
${commands.map(({ name, summary }) => `    ${quote(`${name}:${summary}`)}\n`).join("")}  )
  _describe command commands${unnamed.operands.files !== "none" ? "\n  _files" : ""}
}
if [[ "\${funcstack[1]}" == "${functionName}" ]]; then
  ${functionName} "$@"
else
  compdef ${functionName} ${names.join(" ")}
fi
`;
}

function restOf({ operands }: CompletedCommand): readonly string[] {
  if (operands.files !== "none") return [`*${formatOffer(operands)}`];
  return operands.words.length === 0 ? [] : [`2${formatOffer(operands)}`];
}

function formatCase({ name, flags }: CompletedCommand, operands: readonly string[]): string {
  return `    ${name})
      _arguments ${[...flags.flatMap(formatFlag), ...operands].map(quote).join(" \\\n        ")}
      ;;
`;
}

function formatFlag({ long, short, help, value }: CompletedFlag): readonly string[] {
  const spellings = short === undefined ? [`--${long}`] : [`-${short}`, `--${long}`];
  const action = value === undefined ? "" : formatOffer(value);
  // A long flag takes its value as the next word or after "=".
  return spellings.map((flag) =>
    `(${spellings.join(" ")})${flag}${value !== undefined && flag.startsWith("--") ? "=" : ""}[${
      help.replace(/[\\[\]:]/g, "\\$&")
    }]${action}`
  );
}

/** The end of a specification of `_arguments`. */
function formatOffer({ words, files }: Offer): string {
  const list = words.length === 0 ? "" : `(${words.join(" ")})`;
  if (files === "none") return list === "" ? ":value: " : `:value:${list}`;
  const action = files === "file" ? "_files" : "_files -/";
  return list === "" ? `:${files}:${action}` : `:${files}:{ compadd -- ${words.join(" ")}; ${action} }`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
