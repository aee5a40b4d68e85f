import { escapeText } from "@kubeschema/command-kit/escape-text";
import type { Look, Paint } from "@kubeschema/command-kit/terminal";
import { pad, textWidth } from "@kubeschema/command-kit/wrap-text";
import type { EvaluatedRoute, EvaluatedSource, RouteState } from "../evaluate/evaluation.ts";
import type { Finding } from "../evaluate/finding.ts";
import { families, familyOf } from "../rules/rule/family.ts";
import { type RouteRow, toRouteRow } from "./route-row.ts";
import { shorten } from "./shorten.ts";

/** What all blocks share: the width, the numbers of the findings, and how many lines may be spent. */
export interface BlockOptions {
  readonly width: number;
  readonly paint: Paint;
  readonly isVerbose: boolean;
  readonly numberOf: ReadonlyMap<Finding, number>;
}

/** The sign of a state. */
export const marks: Readonly<Record<RouteState | "warning", { readonly sign: string; readonly look: Look }>> = {
  ok: { sign: "✓", look: "green" },
  failing: { sign: "✗", look: "red" },
  unknown: { sign: "?", look: "yellow" },
  warning: { sign: "!", look: "yellow" },
};

/** More healthy routes than this are folded into one line when others of the Ingress are not healthy. */
const healthyRowLimit = 8;

/** The worst state of an Ingress's routes, warnings included. */
export function stateOfSource({ routes, findings }: EvaluatedSource): RouteState | "warning" {
  if (routes.some(({ state }) => state === "failing") || findings.some(isFailure)) return "failing";
  if (routes.some(({ state }) => state === "unknown")) return "unknown";
  if (findings.some((finding) => finding.severity !== "info")) return "warning";
  return "ok";
}

/** Formats the blocks of some Ingresses with common columns: a line for the Ingress, a line per route. */
export function formatBlocks(sources: readonly EvaluatedSource[], options: BlockOptions): readonly string[] {
  const blocks = sources.map((source) => ({ source, ...chooseRoutes(source, options.isVerbose) }));
  const columns = measure(blocks.flatMap(({ shown }) => shown), options);
  return blocks.flatMap(({ source, shown, hiddenCount }) => [
    formatHead(source, options),
    ...shown.map(({ row, route }) => formatRow(row, route, columns, options)),
    ...(hiddenCount > 0 ? [options.paint("dim", `  ${marks.ok.sign} ${hiddenCount} more routes are fine`)] : []),
    "",
  ]);
}

interface ShownRoute {
  readonly route: EvaluatedRoute;
  readonly row: RouteRow;
}

interface Columns {
  readonly ask: number;
  readonly backend: number;
}

function chooseRoutes(
  { routes }: EvaluatedSource,
  isVerbose: boolean,
): { readonly shown: readonly ShownRoute[]; readonly hiddenCount: number } {
  const healthyCount = routes.filter(({ state }) => state === "ok").length;
  const isFolded = !isVerbose && healthyCount > healthyRowLimit && healthyCount < routes.length;
  const chosen = isFolded ? routes.filter(({ state }) => state !== "ok") : routes;
  return {
    shown: chosen.map((route) => ({ route, row: toRouteRow(route) })),
    hiddenCount: routes.length - chosen.length,
  };
}

/** The route gets what the other cells leave, and shrinks first: its cause is said in full below. */
function measure(shown: readonly ShownRoute[], options: BlockOptions): Columns {
  const longest = (widthOf: (shown: ShownRoute) => number): number =>
    shown.reduce((most, one) => Math.max(most, widthOf(one)), 0);
  const backend = Math.min(longest(({ row }) => textWidth(row.backend)), Math.floor(options.width * 0.28));
  const cluster = Math.min(
    longest(({ row, route }) => textWidth(row.cluster) + 1 + routeNumbers(route, options).length),
    Math.floor(options.width * 0.44),
  );
  const left = options.width - "  ✗ ".length - backend - cluster - 2 * 2;
  return { ask: Math.max(16, Math.min(longest(({ row }) => textWidth(row.ask)), left)), backend };
}

function formatHead({ source, findings, routes }: EvaluatedSource, options: BlockOptions): string {
  const { paint } = options;
  const { sign, look } = marks[stateOfSource({ source, findings, routes })];
  const has = (rule: Finding["rule"], outcome: Finding["outcome"] = "fail"): boolean =>
    findings.some((finding) => finding.rule === rule && finding.outcome === outcome);
  const name = source.className === undefined ? "no class" : `class ${escapeText(source.className)}`;
  const classText = has("class/missing") ? `${name} does not exist` : name;
  const addressText = source.addresses.length > 0
    ? source.addresses.map(escapeText).slice(0, 2).join(", ") +
      (source.addresses.length > 2 ? ` and ${source.addresses.length - 2} more` : "")
    : source.emptyAddressCount > 0
    ? "an empty address"
    : "no address";
  const isClassBad = has("class/missing") || has("class/none");
  const isAddressBad = has("address/pending") || has("address/empty-entry");
  const numbers = numbersOf(findings.filter(isOfWholeSource), options);
  return [
    paint(look, sign),
    " ",
    paint("bold", `${escapeText(source.ref.namespace)}/${escapeText(source.ref.name)}`),
    "  ",
    paint(isClassBad ? "red" : "dim", classText),
    paint("dim", " · "),
    paint(isAddressBad ? "red" : "dim", addressText),
    numbers === "" ? "" : ` ${paint("cyan", numbers)}`,
  ].join("");
}

function formatRow(row: RouteRow, route: EvaluatedRoute, columns: Columns, options: BlockOptions): string {
  const { paint } = options;
  const { sign, look } = marks[route.state];
  const numbers = routeNumbers(route, options);
  const cluster = route.state === "ok" ? paint("dim", row.cluster) : row.cluster;
  return [
    "  ",
    paint(look, sign),
    " ",
    pad(shorten(row.ask, columns.ask), columns.ask),
    "  ",
    pad(shorten(row.backend, columns.backend), columns.backend),
    "  ",
    cluster,
    numbers === "" ? "" : ` ${paint("cyan", numbers)}`,
  ].join("");
}

/** Numbers of the findings that the Ingress's own line does not name already. */
function routeNumbers({ findings }: EvaluatedRoute, options: BlockOptions): string {
  return numbersOf(findings.filter((finding) => !isOfWholeSource(finding)), options);
}

function isOfWholeSource({ rule }: Finding): boolean {
  return families[familyOf(rule)].isOfWholeIngress;
}

function numbersOf(findings: readonly Finding[], { numberOf }: BlockOptions): string {
  const numbers = findings.map((finding) => numberOf.get(finding)).filter((number) => number !== undefined);
  return numbers.sort((a, b) => a - b).map((number) => `[${number}]`).join("");
}

function isFailure({ outcome, severity }: Finding): boolean {
  return outcome === "fail" && severity === "error";
}
