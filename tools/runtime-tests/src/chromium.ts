import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** The path in Debian's package. */
const usualPath = "/usr/bin/chromium";

/**
 * The Chromium that browser tests run in: the one that `KUBESCHEMA_CHROMIUM` names, or else Debian's; `undefined` if
 * there is none, and tests must be skipped visibly. If the named one does not exist, tests are not skipped: it fails to
 * start.
 */
export const chromiumPath: string | undefined = process.env.KUBESCHEMA_CHROMIUM ||
  (existsSync(usualPath) ? usualPath : undefined);

/** Starts Chromium, which makes no requests of its own. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath ?? usualPath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
