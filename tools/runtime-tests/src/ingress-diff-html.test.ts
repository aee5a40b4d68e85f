import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { evaluate, type Evaluation, observeSnapshot, reportFormats } from "@kubeschema/ingress-diff";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { chromiumPath, launchChromium } from "./chromium.ts";

const at = "2026-11-22T03:07:00Z";

/** A text that would run, load something, or widen the page, if it were not escaped. */
const evil = '<script>window.pwned = 1</script><img src="http://x.invalid/" onerror="window.pwned = 2">' +
  `"'\`--></style></script><svg onload="window.pwned = 3">${"wide".repeat(100)}`;

let browser: Browser;
let folder: string;
const urls = { demo: "", hostile: "" };

function evaluateText(text: string): Evaluation {
  const documents = parseAllDocuments(text).map((document): unknown => document.toJS());
  return evaluate(observeSnapshot([{ name: "x", documents }], { source: "snapshot", at }), { at });
}

async function writePage(name: string, evaluation: Evaluation): Promise<string> {
  const formatter = await reportFormats.find((format) => format.name === "html")?.load();
  const html = formatter?.(evaluation, {
    width: 80,
    hasColor: false,
    isVerbose: false,
    toolVersion: "1.2.3",
    failOn: "warning",
  });
  const path = join(folder, `${name}.html`);
  await writeFile(path, html ?? "");
  return pathToFileURL(path).href;
}

function hostileSnapshot(): string {
  const backend = { service: { name: `svc${evil}`, port: { name: `port${evil}` } } };
  const ingress = {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: { namespace: `shop${evil}`, name: `web${evil}` },
    spec: {
      ingressClassName: `class${evil}`,
      tls: [{ hosts: [`host${evil}`], secretName: `secret${evil}` }],
      rules: [{ host: `host${evil}`, http: { paths: [{ path: `/${evil}`, pathType: "Prefix", backend }] } }],
    },
    status: { loadBalancer: { ingress: [{ hostname: `lb${evil}` }] } },
  };
  const service = { apiVersion: "v1", kind: "Service", metadata: { namespace: "shop", name: "other" }, spec: {} };
  return JSON.stringify({ kind: "List", items: [ingress, service] });
}

/** Opens a page, and collects what a well-behaved page never does. */
async function open(url: string, options: BrowserContextOptions = {}): Promise<{ page: Page; trouble: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on("console", (message) => trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("dialog", (dialog) => {
    trouble.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url() !== url) trouble.push(`request for ${request.url()}`);
  });
  await page.goto(url);
  return { page, trouble };
}

const countRows = (page: Page): Promise<number> => page.locator("tbody tr:visible").count();

describe.skipIf(chromiumPath === undefined)("ingress-diff -o html in Chromium", () => {
  beforeAll(async () => {
    browser = await launchChromium();
    folder = await mkdtemp(join(tmpdir(), "ingress-diff-html-"));
    const demo = fileURLToPath(new URL("../../../packages/ingress-diff/demo/shop.yaml", import.meta.url));
    urls.demo = await writePage("demo", evaluateText(await readFile(demo, "utf8")));
    urls.hostile = await writePage("hostile", evaluateText(hostileSnapshot()));
  });

  afterAll(async () => {
    await browser?.close();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

  test("filters the routes, says how many are left, and shows all again", async () => {
    const { page, trouble } = await open(urls.demo);
    const all = await countRows(page);
    expect(await page.locator("#count").textContent()).toBe(`${all} routes`);
    await page.getByLabel("State").selectOption("failing");
    const failing = await page.locator("tbody tr.failing").count();
    await expect.poll(() => countRows(page)).toBe(failing);
    expect(await page.locator("#count").textContent()).toBe(`${failing} of ${all} routes`);
    await page.getByLabel("Namespace").selectOption("search");
    await expect.poll(() => countRows(page)).toBe(2);
    await page.getByLabel("Rule").selectOption("backend/port-missing");
    await expect.poll(() => countRows(page)).toBe(1);
    await page.getByRole("button", { name: "Show all" }).click();
    await expect.poll(() => countRows(page)).toBe(all);
    await page.getByLabel("Host or path").fill("checkout.shop.example/pay");
    await expect.poll(() => countRows(page)).toBe(1);
    await page.getByLabel("Host or path").fill("");
    await page.getByLabel("Anything").fill("0/3 CHECKOUT/api");
    await expect.poll(() => countRows(page)).toBe(1);
    await page.getByLabel("Anything").fill("nothing like this");
    await expect.poll(() => countRows(page)).toBe(0);
    expect(trouble).toEqual([]);
  });

  test("leads from a route to its cause, even in the folded notes", async () => {
    const { page, trouble } = await open(urls.demo);
    const link = page.locator("tbody tr.failing td:last-child a").first();
    const rule = await link.textContent();
    await link.click();
    await expect.poll(() => page.locator(":target").textContent()).toContain(rule);
    const note = page.locator(".notes li.info").first();
    expect(await note.isVisible()).toBe(false);
    await page.evaluate(`location.hash = "#${await note.getAttribute("id")}"`);
    await expect.poll(() => note.isVisible()).toBe(true);
    expect(trouble).toEqual([]);
  });

  test.each([360, 390, 768, 1280])("does not scroll horizontally at %i px, whatever the names", async (width) => {
    for (const url of [urls.demo, urls.hostile]) {
      const { page, trouble } = await open(url, { viewport: { width, height: 740 } });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      expect(trouble).toEqual([]);
    }
  });

  test("runs nothing that comes from the cluster, and loads nothing", async () => {
    const { page, trouble } = await open(urls.hostile);
    expect(await page.locator("body").textContent()).toContain("<script>window.pwned = 1</script>");
    expect(await page.evaluate('"pwned" in window')).toBe(false);
    expect(await page.locator("img, iframe, object, embed, link, base").count()).toBe(0);
    expect(await page.locator("script").count()).toBe(1);
    expect(trouble).toEqual([]);
    // The second line of defence: even markup that got into the page could not run anything.
    await page.evaluate(`{
      const script = document.createElement("script");
      script.textContent = "window.pwned = 4";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", '<img src="data:," onerror="window.pwned = 5">');
    }`);
    await expect.poll(() => trouble.length).toBeGreaterThan(0);
    expect(trouble.join("\n")).toContain("Content Security Policy");
    expect(await page.evaluate('"pwned" in window')).toBe(false);
  });

  test("can be read without JavaScript", async () => {
    const { page, trouble } = await open(urls.demo, { javaScriptEnabled: false });
    expect(await page.locator("#filter").isVisible()).toBe(false);
    expect(await countRows(page)).toBeGreaterThan(20);
    expect(await page.locator("svg").isVisible()).toBe(true);
    expect(trouble).toEqual([]);
  });

  test("is dark where the reader wants it dark, and white on paper", async () => {
    const background = (page: Page): Promise<unknown> =>
      page.evaluate("getComputedStyle(document.body).backgroundColor");
    const { page } = await open(urls.demo, { colorScheme: "dark" });
    expect(await background(page)).toBe("rgb(15, 20, 25)");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await background(page)).toBe("rgb(255, 255, 255)");
    expect(await page.locator("#filter").isVisible()).toBe(false);
  });

  test("can be used with the keyboard alone", async () => {
    const { page } = await open(urls.demo);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the routes");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("grafana");
    await expect.poll(() => countRows(page)).toBeLessThan(5);
  });

  test.each(["light", "dark"] as const)("has no fault according to axe, %s", async (colorScheme) => {
    const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    for (const width of [390, 1280]) {
      const { page } = await open(urls.demo, { colorScheme, viewport: { width, height: 900 } });
      await page.evaluate(source);
      const faults = await page.evaluate(
        "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
      );
      expect(faults).toEqual([]);
    }
  });
});
