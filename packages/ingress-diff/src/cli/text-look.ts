import { hasColor, terminalWidth } from "@kubeschema/command-kit";
import type { DetailOptions } from "./flags/output-flags.ts";
import type { IngressDiffWorld } from "./ingress-diff-world.ts";

/** How a text for people is to look. */
export interface TextLook {
  readonly width: number;
  readonly hasColor: boolean;
  readonly isVerbose: boolean;
}

/** How a text for people is to look on stdout. */
export function textLook({ verbose }: DetailOptions, { stdout, env }: IngressDiffWorld): TextLook {
  return { width: terminalWidth(stdout, env), hasColor: hasColor(stdout, env), isVerbose: verbose };
}
