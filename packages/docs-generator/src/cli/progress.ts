import type { TextSink } from "./world.ts";

/** One line on a terminal that says what is being done. */
export interface Progress {
  readonly show: (text: string) => void;
  /** Clears the line. */
  readonly end: () => void;
}

/** Progress is for people who wait: anything but a terminal gets none. */
export function createProgress(stderr: TextSink): Progress {
  if (stderr.isTTY !== true) return { show: () => {}, end: () => {} };
  let isShown = false;
  return {
    show(text) {
      isShown = true;
      stderr.write(`\r\x1b[2K${text} ...`);
    },
    end() {
      if (isShown) stderr.write("\r\x1b[2K");
      isShown = false;
    },
  };
}
