import type { World } from "./world.ts";

/** A line on a terminal that counts what is done. */
export interface Progress {
  readonly add: (count: number) => void;
  /** Clears the line, so that other text can be printed. */
  readonly clear: () => void;
}

const firstAfterMs = 500;
const intervalMs = 100;

/** Progress is for people who wait: nothing for the first half second, and nothing where stderr is no terminal. */
export function createProgress({ stderr, now }: World): Progress {
  if (stderr.isTTY !== true) return { add: () => {}, clear: () => {} };
  let count = 0;
  let nextAt = now() + firstAfterMs;
  let isShown = false;
  return {
    add: (more) => {
      count += more;
      const time = now();
      if (time < nextAt) return;
      nextAt = time + intervalMs;
      isShown = true;
      stderr.write(`\r\x1b[2K${count} files ...`);
    },
    clear: () => {
      if (isShown) stderr.write("\r\x1b[2K");
      isShown = false;
    },
  };
}
