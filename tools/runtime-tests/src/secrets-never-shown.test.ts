import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { markedBase64, markedNumber, marker, ofKindSafe, safe, secret, unreadable } from "./marked-secrets.ts";
import { runCommand } from "./run-command.ts";

const count = 400;
let folder: string;
const at = (...names: readonly string[]): string => join(folder, ...names);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kubeschema-secrets-"));
  const files = new Map<string, string>();
  for (const [index, text] of unreadable.entries()) files.set(`unreadable/${index}.yaml`, text);
  const secrets = fc.sample(secret, { numRuns: count, seed: 7 });
  for (const [index, object] of secrets.entries()) files.set(`secrets/${index}.json`, JSON.stringify(object));
  files.set("secrets/list.json", JSON.stringify({ apiVersion: "v1", kind: "List", items: secrets.slice(0, 50) }));
  files.set("secrets/secrets.json", JSON.stringify({ apiVersion: "v1", kind: "SecretList", items: secrets }));
  files.set("crds/safe.json", JSON.stringify(safe));
  for (const [index, object] of fc.sample(ofKindSafe, { numRuns: count, seed: 8 }).entries()) {
    files.set(`safes/${index}.json`, JSON.stringify(object));
  }
  for (const [name, number] of [["before", 1], ["after", 2]] as const) {
    files.set(`${name}.json`, JSON.stringify({ apiVersion: "v1", kind: "List", items: shop(number) }));
  }
  for (const [index, object] of shop(2).entries()) files.set(`shop/${index}.json`, JSON.stringify(object));
  files.set("shop/unreadable.yaml", unreadable[0] ?? "");
  for (const name of ["unreadable", "secrets", "crds", "safes", "shop"]) await mkdir(at(name));
  await Promise.all([...files].map(([name, text]) => writeFile(at(name), text)));
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** An Ingress with a Secret for each way in which one can be wrong. */
function shop(number: number): readonly object[] {
  const tls = { "tls.crt": btoa(`${marker}${number}`), "tls.key": btoa(`${marker}${number}`) };
  const secrets: Readonly<Record<string, object>> = {
    text: { data: tls },
    broken: { data: { "tls.crt": `${marker}%`, "tls.key": markedNumber } },
    whole: { data: `${marker}${number}` },
    plain: { stringData: { "tls.crt": marker, "tls.key": `-----BEGIN PRIVATE KEY-----\n${marker}` } },
    pem: {
      data: { ...tls, "tls.crt": btoa(`-----BEGIN CERTIFICATE-----\n${btoa(marker)}\n-----END CERTIFICATE-----`) },
    },
  };
  const metadata = (name: string): object => ({
    name,
    namespace: "shop",
    annotations: { "kubectl.kubernetes.io/last-applied-configuration": JSON.stringify({ stringData: { a: marker } }) },
  });
  const backend = { service: { name: "web", port: { number: 80 } } };
  return [
    {
      apiVersion: "networking.k8s.io/v1",
      kind: "Ingress",
      metadata: { name: "web", namespace: "shop" },
      spec: {
        tls: Object.keys(secrets).map((name) => ({ hosts: ["shop.example"], secretName: name })),
        rules: [{
          host: `${number}.shop.example`,
          http: { paths: [{ path: "/", pathType: "Prefix", backend }] },
        }],
      },
    },
    ...Object.entries(secrets).map(([name, data]) => ({
      ...{ apiVersion: "v1", kind: "Secret", type: "kubernetes.io/tls", metadata: metadata(name) },
      ...data,
    })),
  ];
}

/** Runs a command, and finds the parts of a secret that it wrote. */
async function shownBy(packageName: string, args: readonly string[]): Promise<readonly string[]> {
  const bin = fileURLToPath(new URL(`../../../packages/${packageName}/dist/bin.js`, import.meta.url));
  const { stdout, stderr } = await runCommand(process.execPath, [bin, ...args], { env: { DEBUG: "1" } });
  const written = stdout + stderr;
  expect(written.length).toBeGreaterThan(0);
  const secrets = [marker, String(markedNumber), ...markedBase64];
  return written.split("\n").filter((line) => secrets.some((text) => line.includes(text))).map((line) =>
    line.slice(0, 300)
  );
}

describe("no byte of a Secret is in what is written by", () => {
  test.each(["text", "json", "junit", "sarif", "github", "tap"])("kubeschema-validate -o %s", async (format) => {
    expect(await shownBy("validators", ["-o", format, "--verbose", at("secrets"), at("unreadable")])).toEqual([]);
    expect(await shownBy("validators", ["-o", format, "--verbose", "--crds", at("crds"), at("safes")])).toEqual([]);
  }, 60_000);

  const report = [
    "text",
    "wide",
    "json",
    "yaml",
    "ndjson",
    "markdown",
    "html",
    "sarif",
    "junit",
    "github",
    "prometheus",
  ];
  test.each(report)("ingress-diff -o %s", async (format) => {
    const args = ["-A", "--snapshot", at("before.json"), "--verbose", "-o", format];
    expect(await shownBy("ingress-diff", args)).toEqual([]);
  });

  test.each(
    ["diff", "plan"].flatMap((command) => ["text", "json", "github"].map((format) => ({ command, format }))),
  )("ingress-diff $command -o $format", async ({ command, format }) => {
    const args = [
      command,
      "-n",
      "shop",
      "--snapshot",
      at("before.json"),
      "-f",
      at("shop"),
      "-f",
      at("unreadable"),
      "-o",
      format,
    ];
    expect(await shownBy("ingress-diff", args)).toEqual([]);
  });

  test.each(["text", "json"])("ingress-diff compare -o %s", async (format) => {
    expect(await shownBy("ingress-diff", ["compare", at("before.json"), at("after.json"), "-o", format])).toEqual([]);
  });

  // They take schemas, and say of anything else that it is not one.
  test("kubeschema-codegen and kubeschema-docs", async () => {
    const source = at("before.json");
    expect(await shownBy("codegen", ["types", "--from", source, "--out", at("types")])).toEqual([]);
    expect(await shownBy("docs-generator", ["build", "--from", source, "--out", at("site")])).toEqual([]);
    expect(await shownBy("codegen", ["types", "--from", at("unreadable", "0.yaml"), "--out", at("types")])).toEqual([]);
    expect(await shownBy("docs-generator", ["build", "--from", at("unreadable", "0.yaml"), "--out", at("site")]))
      .toEqual([]);
  });
});
