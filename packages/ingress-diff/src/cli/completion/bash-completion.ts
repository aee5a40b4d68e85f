import type { CompletedCommand, CompletedFlag } from "./completion-model.ts";

/**
 * Writes the completion for bash. It works without the package bash-completion, and with bash 3.2, which macOS has.
 *
 * @see {@link https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html}
 */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  const flags = [...new Map(commands.flatMap((command) => command.flags).map((flag) => [flag.name, flag])).values()];
  const named = commands.filter(({ name }) => name !== "report").map(({ name }) => name);
  const valued = flags.filter(({ value }) => value !== "none").flatMap(spellings);
  return `# bash completion of ingress-diff. Try: source <(ingress-diff completion bash)
_ingress_diff() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" flag="\${COMP_WORDS[COMP_CWORD-1]}" command=report i
  COMPREPLY=()
  # bash makes "=" a word of its own.
  if [[ $cur == "=" ]]; then
    cur=""
  elif [[ $flag == "=" ]]; then
    flag="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
      ${valued.join("|")})
        i=$((i + 1))
        if [[ "\${COMP_WORDS[i]}" == "=" ]]; then i=$((i + 1)); fi
        ;;
      ${named.join("|")})
        command="\${COMP_WORDS[i]}"
        break
        ;;
      -*) ;;
      *) break ;;
    esac
  done
  case "$flag" in
${formatValues(flags)}  esac
  case "$command" in
${commands.map(formatCommand).join("")}  esac
}
complete -F _ingress_diff ingress-diff kubectl-ingress_diff
`;
}

function spellings({ name, short }: CompletedFlag): readonly string[] {
  return short === undefined ? [`--${name}`] : [`-${short}`, `--${name}`];
}

/** One branch for all flags that take the same values. */
function formatValues(flags: readonly CompletedFlag[]): string {
  const spellingsByReply = new Map<string, string[]>();
  for (const flag of flags) {
    if (flag.value === "none") continue;
    const reply = replyOf(flag.value);
    spellingsByReply.set(reply, [...spellingsByReply.get(reply) ?? [], ...spellings(flag)]);
  }
  return [...spellingsByReply].map(([reply, names]) =>
    `    ${names.join("|")})
${reply}      return
      ;;
`
  ).join("");
}

function replyOf(value: Exclude<CompletedFlag["value"], "none">): string {
  if (value === "free") return "";
  if (value === "file") {
    return `      local IFS=$'\\n'
      COMPREPLY=($(compgen -f -- "$cur"))
      compopt -o filenames 2>/dev/null
`;
  }
  return `      COMPREPLY=($(compgen -W "${value.join(" ")}" -- "$cur"))
`;
}

function formatCommand({ name, flags, words }: CompletedCommand): string {
  return `    ${name})
      if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "${flags.flatMap(spellings).join(" ")}" -- "$cur"))
      else
        COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$cur"))
      fi
      ;;
`;
}
