import type { World } from "@kubeschema/command-kit";

/** The outside world of this command. */
export interface IngressDiffWorld extends World {
  /** Runs a module of the user's, such as a configuration in TypeScript. */
  readonly importModule: (path: string) => Promise<{ readonly default?: unknown }>;
  /** Path of the demo's snapshot. */
  readonly demoPath: string;
}
