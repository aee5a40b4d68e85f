import type { CompletedCommand, CompletedFlag, CompletionModel } from "./completion-model.ts";

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
  _describe command commands${unnamed.takesFiles ? "\n  _files" : ""}
}
if [[ "\${funcstack[1]}" == "${functionName}" ]]; then
  ${functionName} "$@"
else
  compdef ${functionName} ${names.join(" ")}
fi
`;
}

function restOf({ words, takesFiles }: CompletedCommand): readonly string[] {
  if (takesFiles) return ["*:file:_files"];
  return words.length === 0 ? [] : [`2:argument:(${words.join(" ")})`];
}

function formatCase({ name, flags }: CompletedCommand, operands: readonly string[]): string {
  return `    ${name})
      _arguments ${[...flags.flatMap(formatFlag), ...operands].map(quote).join(" \\\n        ")}
      ;;
`;
}

function formatFlag({ long, short, help, value }: CompletedFlag): readonly string[] {
  const spellings = short === undefined ? [`--${long}`] : [`-${short}`, `--${long}`];
  const action = actionOf(value);
  // A long flag takes its value as the next word or after "=".
  return spellings.map((flag) =>
    `(${spellings.join(" ")})${flag}${value !== "none" && flag.startsWith("--") ? "=" : ""}[${
      help.replace(/[\\[\]:]/g, "\\$&")
    }]${action}`
  );
}

function actionOf(value: CompletedFlag["value"]): string {
  switch (value) {
    case "none":
      return "";
    case "file":
      return ":file:_files";
    case "folder":
      return ":folder:_files -/";
    case "free":
      return ":value: ";
    default:
      return `:value:(${value.join(" ")})`;
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
