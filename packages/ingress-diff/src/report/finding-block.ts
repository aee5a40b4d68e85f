import { escapeText } from "@kubeschema/command-kit/escape-text";
import type { Look, Paint } from "@kubeschema/command-kit/terminal";
import { pad, textWidth, wrapText } from "@kubeschema/command-kit/wrap-text";
import type { Finding } from "../evaluate/finding.ts";
import type { CauseGroup } from "../evaluate/order-findings.ts";
import { objectKey } from "../observe/object-key.ts";
import { describeEvents, describeFinding, describeFolded, describeObject } from "./describe-finding.ts";

/** More objects than this are counted instead of named. */
const namedLimit = 5;

const indent = 4;
const labelWidth = 8;

/** What a block is formatted with. */
export interface FindingBlockOptions {
  readonly number: number;
  readonly routeCount: number;
  readonly isKnown: boolean;
  readonly width: number;
  readonly paint: Paint;
}

/** Formats a cause: what breaks because of what, whose routes, what should be, what follows from it, and what to do. */
export function formatFinding({ cause, folded }: CauseGroup, options: FindingBlockOptions): readonly string[] {
  const { paint, width } = options;
  const lines: [string, string][] = [];
  const reach = formatReach(cause, options.routeCount);
  if (reach !== "") lines.push([cause.outcome === "fail" ? "affects" : "leaves", reach]);
  lines.push(["should", cause.should]);
  const follows = describeFolded(folded);
  if (follows !== "") lines.push(["so also", follows]);
  for (const [index, text] of describeEvents(folded).entries()) lines.push([index === 0 ? "event" : "", text]);
  lines.push(["fix", cause.fix]);
  if (cause.command !== undefined) lines.push(["run", cause.command]);
  lines.push(["rule", options.isKnown ? `${cause.rule} (known)` : cause.rule]);
  return [
    ...formatTitle(cause, options),
    ...lines.flatMap(([name, text]) =>
      wrapText(escapeText(text), width - indent - labelWidth - 2).map((line, index) =>
        `${" ".repeat(indent)}${paint("dim", pad(index === 0 ? name : "", labelWidth + 2))}${line}`
      )
    ),
  ];
}

/** The sentence, its object in bold. */
function formatTitle(cause: Finding, { number, routeCount, width, paint }: FindingBlockOptions): readonly string[] {
  const { sign, look } = signOf(cause);
  const label = `[${number}]`;
  const told = escapeText(describeFinding(cause, routeCount));
  const object = escapeText(describeObject(cause.object));
  const lines = wrapText(told, width - indent - textWidth(label) + 1);
  const title = lines.join(`\n${" ".repeat(indent)}`).replace(object, (text) => paint("bold", text));
  return `${paint(look, sign)} ${paint("cyan", label)} ${title}`.split("\n");
}

function signOf({ outcome, severity }: Finding): { readonly sign: string; readonly look: Look } {
  if (severity === "info") return { sign: "i", look: "cyan" };
  if (outcome === "unknown") return { sign: "?", look: "yellow" };
  return severity === "error" ? { sign: "✗", look: "red" } : { sign: "!", look: "yellow" };
}

/** Whose routes; with their number where the title does not say it. */
function formatReach({ consequences = [], outcome, severity }: Finding, routeCount: number): string {
  const names = consequences.map(({ routes = 0, ...ref }) =>
    `${objectKey(ref)}${consequences.length > 1 && routes > 1 ? ` (${routes})` : ""}`
  );
  const shown = names.slice(0, namedLimit).join(", ");
  const rest = names.length > namedLimit ? ` and ${names.length - namedLimit} more Ingresses` : "";
  const isSaid = outcome === "fail" && severity === "error";
  if (isSaid || routeCount === 0) return `${shown}${rest}`;
  const routes = `${routeCount === 1 ? "1 route" : `${routeCount} routes`}${outcome === "fail" ? "" : " open"}`;
  return names.length === 0 ? routes : `${routes} of ${shown}${rest}`;
}
