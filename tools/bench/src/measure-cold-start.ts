import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "@kubeschema-tools/generate/cache-folder";
import { run, runWithMemory } from "./child-process.ts";
import type { Measurement } from "./measurement.ts";
import { median } from "./median.ts";

/** A folder from which the packages of the workspace resolve to their build. */
const cwd: string = fileURLToPath(new URL("..", import.meta.url));

const validation = `
import { validateIngress } from "@kubeschema/validators/networking.k8s.io/v1";
const issues = validateIngress({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name: "web", namespace: "shop" },
  spec: {
    ingressClassName: "public",
    tls: [{ hosts: ["shop.example.com"], secretName: "shop-tls" }],
    rules: [{
      host: "shop.example.com",
      http: { paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: "web", port: { name: "http" } } } }] },
    }],
  },
});
if (issues.length > 0) throw new Error(JSON.stringify(issues));
`;

/** The document of the default version, if this machine has it; otherwise that row is left out. */
const document = join(cacheFolder(process.env), "swagger-v1.36.json");
const reading = `
import { readFileSync } from "node:fs";
import { readOpenApiV2 } from "@kubeschema/model";
const options = { kubernetesVersion: "v1.36", name: "swagger.json", sha256: "" };
const { model } = readOpenApiV2(JSON.parse(readFileSync(${JSON.stringify(document)}, "utf8")), options);
if (model.kinds.length !== 191) throw new Error(String(model.kinds.length));
`;

/** The programs to start, as arguments of Node; the others are compared with the first. */
const commands: readonly { readonly name: string; readonly args: readonly string[] }[] = [
  { name: "node -e 0", args: ["-e", "0"] },
  {
    name: "ingress-diff --version",
    args: [fileURLToPath(new URL("../../../packages/ingress-diff/dist/bin.js", import.meta.url)), "--version"],
  },
  { name: "first Ingress validation", args: ["--input-type=module", "-e", validation] },
  ...(existsSync(document) ? [{ name: "read v1.36 (4.1 MB)", args: ["--input-type=module", "-e", reading] }] : []),
];

/** Times cold starts. Runs of all commands alternate, so that a busy moment of the machine affects them equally. */
export async function measureColdStart(runs: number): Promise<readonly Measurement[]> {
  const times = commands.map((): number[] => []);
  // The first round only fills the file cache.
  for (let round = -1; round < runs; round++) {
    for (const [index, { args }] of commands.entries()) {
      const { wallMs } = await run(process.execPath, args, { cwd });
      if (round >= 0) times[index]?.push(wallMs);
    }
  }
  const bareMs = median(times[0] ?? []);
  const results: Measurement[] = [];
  for (const [index, { name, args }] of commands.entries()) {
    const wallMs = median(times[index] ?? []);
    const { peakBytes } = await runWithMemory(process.execPath, args, { cwd });
    results.push({
      name,
      wallMs,
      peakBytes,
      ...(index === 0 ? {} : { netMs: wallMs - bareMs, ratio: wallMs / bareMs }),
    });
  }
  return results;
}
