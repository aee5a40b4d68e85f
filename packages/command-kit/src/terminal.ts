import { styleText } from "node:util";
import type { Environment, OutputStream } from "./world.ts";

/** How a text is to look on a terminal. */
export type Look = "red" | "green" | "yellow" | "cyan" | "dim" | "bold";

/** Gives a text a look; without colour it is unchanged. */
export type Paint = (look: Look, text: string) => string;

/** Makes the painter. `hasColor()` decides on colour. */
export function createPaint(isColored: boolean): Paint {
  return isColored ? (look, text) => styleText(look, text, { validateStream: false }) : (_look, text) => text;
}

/**
 * Whether a stream takes colour: a terminal that is not `dumb`, or any stream with `FORCE_COLOR`; never with
 * `NO_COLOR`.
 *
 * @see {@link https://no-color.org}
 * @see {@link https://force-color.org}
 */
export function hasColor({ isTTY }: Pick<OutputStream, "isTTY">, env: Environment): boolean {
  if (isSet(env.NO_COLOR)) return false;
  if (env.FORCE_COLOR !== undefined) return !/^(?:0|false)$/i.test(env.FORCE_COLOR);
  return isTTY === true && env.TERM !== "dumb";
}

/** The width of a stream in characters: the terminal's, else `$COLUMNS`, else 80; never less than 40. */
export function terminalWidth({ isTTY, columns }: Pick<OutputStream, "isTTY" | "columns">, env: Environment): number {
  const asked = Number(env.COLUMNS);
  const width = isTTY === true && columns ? columns : Number.isSafeInteger(asked) && asked > 0 ? asked : 80;
  return Math.max(40, width);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}
