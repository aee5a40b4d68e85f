import type { Finding } from "../rules/finding.ts";
import { escapeText, type Look, pad, type Paint, textWidth, wrap } from "./terminal-text.ts";

/** More objects than this are counted instead of named. */
const namedLimit = 5;

/** Formats one finding: the object at fault and its rule, then what is, what should be, what breaks, and what to do. */
export function formatFinding(
  finding: Finding,
  options: { readonly number: number; readonly routeCount: number; readonly width: number; readonly paint: Paint },
): readonly string[] {
  const { number, routeCount, width, paint } = options;
  const { sign, look } = signOf(finding);
  const label = `[${number}]`;
  const title = formatObject(finding.object);
  const gap = width - textWidth(`${sign} ${label} ${title}${finding.rule}`);
  const indent = " ".repeat(4);
  const lines: [string, string][] = [["is", finding.is], ["should", finding.should]];
  const reach = formatReach(finding, routeCount);
  if (reach !== "") lines.push([labelOf(finding, routeCount), reach]);
  lines.push(["fix", finding.fix]);
  return [
    `${paint(look, sign)} ${paint("cyan", label)} ${paint("bold", title)}${" ".repeat(Math.max(2, gap))}${
      paint("dim", finding.rule)
    }`,
    ...lines.flatMap(([name, text]) =>
      wrap(escapeText(text), width - indent.length - 8).map((line, index) =>
        `${indent}${paint("dim", pad(index === 0 ? name : "", 8))}${line}`
      )
    ),
  ];
}

function signOf({ outcome, severity }: Finding): { readonly sign: string; readonly look: Look } {
  if (severity === "info") return { sign: "i", look: "cyan" };
  if (outcome === "unknown") return { sign: "?", look: "yellow" };
  return severity === "error" ? { sign: "✗", look: "red" } : { sign: "!", look: "yellow" };
}

function formatObject({ kind, namespace, name }: Finding["object"]): string {
  if (name === "*") return `every ${kind}${namespace === "" ? "" : ` in ${escapeText(namespace)}`}`;
  return `${kind} ${namespace === "" ? "" : `${escapeText(namespace)}/`}${escapeText(name)}`;
}

function labelOf({ outcome }: Finding, routeCount: number): string {
  if (outcome === "fail") return "breaks";
  return routeCount === 0 ? "about" : "leaves";
}

function formatReach({ consequences, outcome, severity }: Finding, routeCount: number): string {
  if (severity === "info") return "";
  const names = (consequences ?? []).map(({ namespace, name }) => `${namespace}/${name}`);
  const routes = routeCount === 1 ? "1 route" : `${routeCount} routes`;
  const open = outcome === "fail" ? "" : " open";
  if (names.length === 0) return routeCount === 0 ? "" : `${routes}${open}`;
  const shown = names.slice(0, namedLimit).join(", ");
  const rest = names.length > namedLimit ? ` and ${names.length - namedLimit} more Ingresses` : "";
  return `${routeCount === 0 ? "" : `${routes}${open} of `}${shown}${rest}`;
}
