import { escapeText } from "./escape-text.ts";
import { terminalWidth } from "./terminal.ts";
import type { World } from "./world.ts";

/** One line on a terminal that says what is being done. */
export interface Progress {
  readonly show: (text: string) => void;
  /** Clears the line, so that other text can be printed. */
  readonly clear: () => void;
}

/** When a progress is shown; both are 0 unless given, which shows every text. */
export interface ProgressOptions {
  /** A run that is shorter shows nothing. */
  readonly afterMs?: number;
  /** Texts that come faster are left out: for counters, of which each number is as good as the next. */
  readonly intervalMs?: number;
}

const erase = "\r\x1b[2K";

/** Progress is for people who wait: it goes to stderr, and to nothing but a terminal. */
export function createProgress(
  { stderr, env, now }: Pick<World, "stderr" | "env" | "now">,
  { afterMs = 0, intervalMs = 0 }: ProgressOptions = {},
): Progress {
  if (stderr.isTTY !== true || env.TERM === "dumb") return { show: () => {}, clear: () => {} };
  let isShown = false;
  let nextAt = now().getTime() + afterMs;
  return {
    show: (text) => {
      const time = now().getTime();
      if (time < nextAt) return;
      nextAt = time + intervalMs;
      isShown = true;
      stderr.write(`${erase}${escapeText(text).slice(0, terminalWidth(stderr, env) - 5)} ...`);
    },
    clear: () => {
      if (isShown) stderr.write(erase);
      isShown = false;
    },
  };
}
