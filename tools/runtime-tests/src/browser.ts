import { existsSync } from "node:fs";
import process from "node:process";
import { type Browser, chromium } from "playwright-core";

/** Where the tests look for a browser; `CHROMIUM` names another. */
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Undefined if there is a browser, else the line that says how to get one. */
export const noBrowser: string | undefined = existsSync(CHROMIUM)
  ? undefined
  : `no browser at ${CHROMIUM}: apt-get install -y chromium, or set CHROMIUM`;

/** Starts a headless browser that talks to nobody. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
      ...["--disable-component-update", "--disable-sync"],
    ],
  });
}
