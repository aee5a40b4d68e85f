import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, launchChromium } from "./chromium.ts";
import { repositoryRoot } from "./packed-packages.ts";
import { runCommand } from "./run-command.ts";
import { shippedVersions } from "./shipped-versions.ts";

/** The two versions whose history the site shows. */
const siteVersions = ["v1.35", "v1.36"];
const missing = siteVersions.filter((version) => !shippedVersions().includes(version));
const obstacle = chromiumPath === undefined
  ? "there is no browser: apt-get install -y chromium, or set KUBESCHEMA_CHROMIUM"
  : missing.length > 0
  ? `there is no schema of ${missing.join(" and ")} here`
  : undefined;
if (obstacle !== undefined) process.stderr.write(`docs-site.test.ts is skipped: ${obstacle}\n`);

/** Pages of every form: index, names, changes, a small and the largest kind, a removed kind, a shared type. */
const sitePages = [
  "index.html",
  "a-z.html",
  "changes/index.html",
  "changes/v1.35-v1.36.html",
  "networking.k8s.io/v1/ingress.html",
  "core/v1/pod.html",
  "scheduling.k8s.io/v1alpha1/workload.html",
  "rules/rules.html",
  "guide/index.html",
  "guide/shop.html",
  "types/io.k8s.apimachinery.pkg.apis.meta.v1.objectmeta.html",
];

describe.skipIf(obstacle !== undefined)("the site in a browser, from file://", () => {
  let folder: string;
  let browser: Browser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "docs-site-"));
    const rules = [{
      id: "shop/open",
      summary: "A shop is open.",
      severity: "error",
      why: "It sells.",
      example: "a: 1",
    }];
    await writeFile(join(folder, "rules.json"), JSON.stringify(rules));
    const cells = Array.from({ length: 20 }, (_, index) => `column ${index}`).join(" | ");
    const table = `| ${cells} |\n|${" --- |".repeat(20)}\n| ${cells} |`;
    const code = `\`\`\`sh\n${"shop --open ".repeat(30)}\n\`\`\``;
    await writeFile(join(folder, "shop.md"), `# Shop\n\nIt [opens](#hours).\n\n## Hours\n\n${table}\n\n${code}\n`);
    const built = await runCommand(process.execPath, [
      ...["--conditions=@kubeschema/source", join(repositoryRoot, "packages/docs-generator/src/bin.ts")],
      ...[
        "build",
        "--versions",
        siteVersions.join(","),
        "--rules",
        join(folder, "rules.json"),
        "--pages",
        join(folder, "shop.md"),
        "--out",
        join(folder, "site"),
      ],
    ]);
    expect(built).toMatchObject({ code: 0, stdout: "" });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Opens a page, does something with it, and fails on any message in the console. */
  async function visit(
    path: string,
    act: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => request.url().startsWith("file://") || complaints.push(request.url()));
    try {
      await page.goto(`${pathToFileURL(join(folder, "site")).href}/${path}`);
      await act(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  }

  const ingressPage = "networking.k8s.io/v1/ingress.html";

  test("finds kinds, short names, field paths and words of texts", async () => {
    await visit(ingressPage, async (page) => {
      expect(await page.evaluate(() => "MiniSearch" in globalThis)).toBe(false);
      const first = async (query: string): Promise<string> => {
        await page.locator("input[type=search]").fill("");
        await page.keyboard.press("Escape");
        await page.locator("input[type=search]").press("Shift");
        await page.locator("input[type=search]").pressSequentially(query);
        await page.locator("[role=option]").first().waitFor();
        return await page.locator("[role=option] a").first().getAttribute("href") ?? "";
      };
      expect(await first("ingress")).toContain(ingressPage);
      expect(await first("deploy")).toContain("apps/v1/deployment.html");
      expect(await first("pathType")).toContain("ingress.html#spec.rules.http.paths.pathType");
      expect(await first("podAffinity")).toContain("podAffinity");
      await page.waitForFunction(() => "kubeschemaTexts" in globalThis);
      expect(await first("multiplexed")).toContain("ingress.html#spec.tls");
    });
  });

  test("can be used with the keyboard: search, results, links and folds", async () => {
    await visit(ingressPage, async (page) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to content");
      await page.keyboard.press("/");
      await page.keyboard.type("hpa");
      await page.locator("[role=option]").first().waitFor();
      await page.keyboard.press("ArrowDown");
      expect(await page.locator("[role=option][aria-selected=true]").getAttribute("id")).toBe(":hit-1");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await page.waitForURL(/horizontalpodautoscaler\.html/);
      const summary = page.locator("[id='spec'] > details > summary");
      await summary.focus();
      await page.keyboard.press("Enter");
      expect(await page.locator("[id='spec'] > details").getAttribute("open")).toBeNull();
    });
  });

  test("keeps the selected result when the texts arrive", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    let send: () => void = () => {};
    const mayArrive = new Promise<void>((resolve) => {
      send = resolve;
    });
    await page.route("**/search-texts.js", async (route) => {
      await mayArrive;
      await route.continue();
    });
    await page.goto(`${pathToFileURL(join(folder, "site")).href}/${ingressPage}`);
    await page.keyboard.press("/");
    await page.keyboard.type("hpa");
    await page.locator("[role=option]").first().waitFor();
    await page.keyboard.press("ArrowDown");
    const before = await page.locator("[role=option]").count();
    send();
    await expect.poll(() => page.locator("[role=option]").count()).not.toBe(before);
    expect(await page.locator("[role=option][aria-selected=true]").getAttribute("id")).toBe(":hit-1");
    await context.close();
  });

  test("shows the field of a permalink, even if it was folded", async () => {
    await visit("core/v1/pod.html#spec.containers.livenessProbe.httpGet.path", async (page) => {
      const field = page.locator("[id='spec.containers.livenessProbe.httpGet.path']");
      await expect.poll(() => field.isVisible()).toBe(true);
      const top = (await field.boundingBox())?.y;
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(900);
    });
  });

  test("folds and unfolds all fields", async () => {
    await visit(ingressPage, async (page) => {
      const open = (): Promise<number> => page.locator(".f details[open]:not(.v)").count();
      await page.getByRole("button", { name: "Fold all", exact: true }).click();
      expect(await open()).toBe(0);
      await page.getByRole("button", { name: "Unfold all" }).click();
      expect(await open()).toBeGreaterThan(5);
    });
  });

  test("follows the reader's colour scheme, and keeps another choice", async () => {
    const background = (page: Page): Promise<string> =>
      page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    await visit(ingressPage, async (page) => {
      const dark = await background(page);
      await page.getByRole("button", { name: "Use light colours" }).click();
      const light = await background(page);
      expect(light).not.toBe(dark);
      await page.reload();
      expect(await background(page)).toBe(light);
    }, { colorScheme: "dark" });
  });

  test("prints every field, without navigation", async () => {
    await visit("core/v1/pod.html", async (page) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("header").isVisible()).toBe(false);
      await page.evaluate('dispatchEvent(new Event("beforeprint"))');
      expect(await page.locator("[id='spec.containers.livenessProbe.httpGet.path']").isVisible()).toBe(true);
      await page.evaluate('dispatchEvent(new Event("afterprint"))');
      expect(await page.locator(".f details:not([open])").count()).toBeGreaterThan(10);
    });
  });

  test.each(sitePages)("fits 360 pixels: %s", async (path) => {
    await visit(path, async (page) => {
      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    }, { viewport: { width: 360, height: 740 } });
  });

  test("can be read without a script", async () => {
    await visit(`${ingressPage}#spec.rules.http.paths.pathType`, async (page) => {
      expect(await page.locator("[id='spec.rules.http.paths.pathType']").isVisible()).toBe(true);
      expect(await page.locator("input[type=search]").isVisible()).toBe(false);
      await page.getByRole("link", { name: "A–Z" }).click();
      await page.locator("a[href='networking.k8s.io/v1/ingress.html#spec.rules.http.paths.pathType']").click();
      await page.waitForURL(/#spec\.rules\.http\.paths\.pathType$/);
    }, { javaScriptEnabled: false });
  });

  // The colours are the same on every page, and the largest page takes seconds: only one is checked in dark.
  test.each([
    ...sitePages.map((path) => ({ path, colorScheme: "light" as const })),
    { path: ingressPage, colorScheme: "dark" as const },
  ])(
    "has no serious fault according to axe-core: $path, $colorScheme",
    async ({ path, colorScheme }) => {
      await visit(path, async (page) => {
        await page.evaluate(axe.source);
        const found = await page.evaluate(async () => {
          // The script above has put it there.
          const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
          const { violations, passes } = await inPage.run({ preload: false, resultTypes: ["violations"] });
          return {
            passes: passes.length,
            faults: violations.filter(({ impact }) => impact === "serious" || impact === "critical")
              .map(({ id, nodes }) => `${id}: ${nodes.length} of ${nodes[0]?.html.slice(0, 200)}`),
          };
        });
        expect(found.faults).toEqual([]);
        expect(found.passes).toBeGreaterThan(10);
      }, { colorScheme });
    },
  );
});
