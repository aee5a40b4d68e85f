import type { World } from "@kubeschema/command-kit";

/** The outside world of the command. */
export interface ValidateWorld extends World {
  /** The module that a helper thread runs; without it there is one thread. */
  readonly entry?: URL;
}
