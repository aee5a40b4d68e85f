import { createPaint, escapeText, pad, type Paint, wrap } from "../../report/terminal-text.ts";
import { addressLostExplanation } from "../../rules/address/address-lost.ts";
import { allRules } from "../../rules/all-rules.ts";
import type { Rule } from "../../rules/rule/rule-context.ts";
import type { Edge } from "../edge.ts";
import type { Options } from "../parse-options.ts";
import { suggest } from "../suggest.ts";
import { UsageError } from "../usage-error.ts";

/** Longer lines of prose are hard to read. */
const proseWidth = 100;

type Explanation = Omit<Rule, "check">;

/** What is found in two observations only is explained as the rules are. */
const explained: readonly Explanation[] = [...allRules, addressLostExplanation];

/**
 * Explains a rule: what it finds, why that matters and what to do; without a name lists every rule.
 *
 * @throws {UsageError} If there is no such rule.
 */
export async function runExplain(options: Options, { stdout, env }: Edge): Promise<number> {
  const [name] = options.names;
  const width = Math.min(stdout.columns ?? (Number(env.COLUMNS) || proseWidth), proseWidth);
  const paint = createPaint(stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb");
  // An id of a finding is as good as its rule: it is what people copy.
  const id = name?.split("#")[0];
  const rule = explained.find((candidate) => candidate.id === id);
  if (id !== undefined && rule === undefined) {
    throw new UsageError(`There is no rule "${escapeText(id)}"${suggest(id, explained.map((one) => one.id))}`);
  }
  stdout.write(rule === undefined ? formatList(width, paint) : formatRule(rule, width, paint));
  return 0;
}

function formatRule({ id, summary, severity, why, fix }: Explanation, width: number, paint: Paint): string {
  const paragraph = (label: string, text: string): readonly string[] =>
    wrap(text, width - 10).map((line, index) => `${paint("dim", pad(index === 0 ? label : "", 10))}${line}`);
  return [
    `${paint("bold", id)} (${severity})`,
    "",
    ...paragraph("what", summary),
    ...paragraph("why", why),
    ...paragraph("fix", fix),
    "",
  ].join("\n");
}

function formatList(width: number, paint: Paint): string {
  const idWidth = Math.max(...explained.map(({ id }) => id.length)) + 2;
  const indent = idWidth + "warning".length + 2;
  const lines = explained.flatMap(({ id, severity, summary }) =>
    wrap(summary, Math.max(30, width - indent)).map((line, index) =>
      index === 0 ? `${paint("bold", pad(id, idWidth))}${pad(severity, 9)}${line}` : `${" ".repeat(indent)}${line}`
    )
  );
  return `${lines.join("\n")}\n`;
}
