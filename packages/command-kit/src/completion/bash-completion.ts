import type { CompletedCommand, CompletedFlag, CompletionModel, Offer } from "./completion-model.ts";

/**
 * Writes the completion for bash. It works without the package bash-completion, and with bash 3.2, which macOS has.
 *
 * @see {@link https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html}
 */
export function bashCompletion({ program, names, functionName, unnamed, commands }: CompletionModel): string {
  const all = [unnamed, ...commands];
  const flags = [...new Map(all.flatMap((command) => command.flags).map((flag) => [flag.long, flag])).values()];
  const valued = flags.filter(({ value }) => value !== undefined).flatMap(spellings);
  const skipsValues = valued.length === 0 ? "" : `      ${valued.join("|")})
        i=$((i + 1))
        if [[ "\${COMP_WORDS[i]}" == "=" ]]; then i=$((i + 1)); fi
        ;;
`;
  return `# bash completion of ${program}. Try: source <(${program} completion bash)
${functionName}() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" flag="\${COMP_WORDS[COMP_CWORD-1]}" command=${unnamed.name} i
  COMPREPLY=()
  # bash makes "=" a word of its own.
  if [[ $cur == "=" ]]; then
    cur=""
  elif [[ $flag == "=" ]]; then
    flag="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
${skipsValues}      ${commands.map(({ name }) => name).join("|")})
        command="\${COMP_WORDS[i]}"
        break
        ;;
      -*) ;;
      *) break ;;
    esac
  done
  case "$command" in
${all.map(formatCommand).join("")}  esac
}
complete -F ${functionName} ${names.join(" ")}
`;
}

function spellings({ long, short }: CompletedFlag): readonly string[] {
  return short === undefined ? [`--${long}`] : [`-${short}`, `--${long}`];
}

/** Lists the candidates for a command: the values of the flag before the cursor, else flags, else arguments. */
function formatCommand({ name, flags, operands }: CompletedCommand): string {
  return `    ${name})
      case "$flag" in
${formatValues(flags)}      esac
      if [[ $cur == -* ]]; then
        ${offerWords(flags.flatMap(spellings))}
      else
        ${formatOffer(operands)}
      fi
      ;;
`;
}

/** One branch for all flags that take the same values. */
function formatValues(flags: readonly CompletedFlag[]): string {
  const spellingsByOffer = new Map<string, string[]>();
  for (const flag of flags) {
    if (flag.value === undefined) continue;
    const offer = formatOffer(flag.value);
    spellingsByOffer.set(offer, [...spellingsByOffer.get(offer) ?? [], ...spellings(flag)]);
  }
  return [...spellingsByOffer].map(([offer, names]) =>
    `        ${names.join("|")})
          ${offer}
          return
          ;;
`
  ).join("");
}

function formatOffer({ words, files }: Offer): string {
  if (files === "none") return words.length === 0 ? ":" : offerWords(words);
  // File names may contain spaces; the shell is told that they are file names, so that it quotes them.
  const others = words.length === 0 ? "" : `-W "${words.join("\n")}" `;
  const kind = files === "file" ? "-f" : "-d";
  return `local IFS=$'\\n'; COMPREPLY=($(compgen ${kind} ${others}-- "$cur")); compopt -o filenames 2>/dev/null`;
}

function offerWords(words: readonly string[]): string {
  return `COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$cur"))`;
}
