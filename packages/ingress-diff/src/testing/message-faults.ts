import type { Finding } from "../evaluate/finding.ts";

/** The words of a finding, or of what a rule says about itself. */
type Message =
  & Pick<Finding, "should" | "is" | "fix" | "command">
  & { readonly rule?: string; readonly outcome?: Finding["outcome"] };

/** An article or a number, a plural that a rule requires, or a value. */
const nounPhrase =
  /^(?:an?|one|no|the|endpoints|ports|writes|Ingresses|PEM|TCP|kubernetes\.io)\b|^["\d*]|^[^\s"]+[.:][^\s"]+(?:,| or |$)/;

/** A statement about an object has a verb, or a value that replaces one. */
const verb =
  /\b(?:is|are|was|were|has|have|had|does|do|holds|names|shows|leads|lists|asks|selects|could|wrote|gets?|fails|refuses)\b/;

/** A fix tells what to do. */
const imperative =
  /^(?:add|allow|append|compare|correct|create|delete|do|find|install|issue|look|name|put|read|remove|renew|run|see|serve|set|take|write)\b/;

/** Phrases that no message has, each with the plain one. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/(?<!there )\b(?:is|are|was|were) no (?!longer|such)/, "is not a"],
  [/\btold apart\b/, "distinguished by"],
  [/\bpass(?:es|ed)? (?:it |them )?over\b/, "skip"],
  [/\banew\b/, "again"],
  [/\bthere twice\b/, "duplicated"],
  [/\bhangs? on\b/, "depends on"],
  [/\bconcerns?\b/, "affects"],
  [/\bcould not check\b/, "could not be checked"],
  [/undefined|NaN|\[object|null\b/, "a value"],
];

/** Rules whose findings repeat what a controller wrote. */
const quoting: ReadonlySet<string> = new Set(["event/warning", "address/port-error"]);

/** Says what is wrong with the words of a finding; nothing if they are as those of every finding have to be. */
export function messageFaults({ rule = "", outcome = "fail", should, is, fix, command }: Message): readonly string[] {
  const isQuoted = quoting.has(rule) || outcome === "unknown";
  const texts = [["should", should], ["fix", fix], ...(isQuoted ? [] : [["is", is] as const])] as const;
  return [
    ...texts.flatMap(([name, text]) => textFaults(text).map((fault) => `${name}: ${fault}: ${text}`)),
    ...(nounPhrase.test(should) ? [] : [`should: is not a noun or a value: ${should}`]),
    ...(isQuoted || /^(?:[a-z]|["\d])/.test(is) ? [] : [`is: begins with neither a word nor a value: ${is}`]),
    ...(isQuoted || verb.test(is) ? [] : [`is: has no verb: ${is}`]),
    ...(imperative.test(fix) ? [] : [`fix: does not begin with what to do: ${fix}`]),
    ...(/\bkubectl\b|`/.test(fix) ? [`fix: holds a command: ${fix}`] : []),
    ...(command === undefined || /^(?:kubectl|ingress-diff) \S/.test(command)
      ? []
      : [`command: cannot be pasted: ${command}`]),
    ...(/\b(?:NAME|NAMESPACE|KIND|FILE)\b|…|<\w+>/.test(command ?? "") ? [`command: has a gap: ${command}`] : []),
  ];
}

function textFaults(text: string): readonly string[] {
  return [
    ...(text === "" ? ["is empty"] : []),
    ...(text.trim() === text && !text.includes("  ") ? [] : ["has spaces too many"]),
    ...(/[.;:,]$/.test(text) ? ["ends with a mark"] : []),
    ...phrases.filter(([phrase]) => phrase.test(text)).map(([, plain]) => `say "${plain}"`),
  ];
}
