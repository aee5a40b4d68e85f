import {
  type Call,
  createPaint,
  exitCode,
  hasColor,
  pad,
  type Paint,
  suggest,
  terminalWidth,
  UsageError,
  wrapText,
} from "@kubeschema/command-kit";
import { explainedRules } from "../../rules/all-rules.ts";
import type { RuleFacts } from "../../rules/rule/rule.ts";
import { toSentence } from "../../report/to-sentence.ts";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";

/** Longer lines of prose are hard to read. */
const proseWidth = 100;

/**
 * Explains a rule: what it finds, why that matters and what to do; without a name lists every rule.
 *
 * @throws {UsageError} If there is no such rule.
 */
export async function runExplain({ operands: [name], world }: Call<IngressDiffWorld>): Promise<number> {
  const { stdout, env } = world;
  const width = Math.min(terminalWidth(stdout, env), proseWidth);
  const paint = createPaint(hasColor(stdout, env));
  // An id of a finding is as good as its rule: it is what people copy.
  const id = name?.split("#")[0];
  const rule = explainedRules.find((candidate) => candidate.id === id);
  if (id !== undefined && rule === undefined) {
    throw new UsageError(`There is no rule "${id}"${suggest(id, explainedRules.map((one) => one.id))}`, {
      hint: "ingress-diff explain, which lists every rule",
    });
  }
  stdout.write(rule === undefined ? formatList(width, paint) : formatRule(rule, width, paint));
  return exitCode.ok;
}

function formatRule({ id, summary, severity, why, fix, command }: RuleFacts, width: number, paint: Paint): string {
  const paragraph = (label: string, text: string): readonly string[] =>
    wrapText(text, width - 10).map((line, index) => `${paint("dim", pad(index === 0 ? label : "", 10))}${line}`);
  return [
    `${paint("bold", id)} (${severity})`,
    "",
    ...paragraph("what", summary),
    ...paragraph("why", why),
    ...paragraph("fix", toSentence(fix)),
    ...(command === undefined ? [] : paragraph("run", command)),
    "",
  ].join("\n");
}

function formatList(width: number, paint: Paint): string {
  const idWidth = Math.max(...explainedRules.map(({ id }) => id.length)) + 2;
  const indent = idWidth + "warning".length + 2;
  const lines = explainedRules.flatMap(({ id, severity, summary }) =>
    wrapText(summary, Math.max(30, width - indent)).map((line, index) =>
      index === 0 ? `${paint("bold", pad(id, idWidth))}${pad(severity, 9)}${line}` : `${" ".repeat(indent)}${line}`
    )
  );
  return `${lines.join("\n")}\n`;
}
