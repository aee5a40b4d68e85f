// Fetches lists and parses them, and does nothing else: the baseline for ingress-diff.
// Usage: node raw-lists.mjs KUBECONFIG PATH...
import { readFileSync } from "node:fs";
import { Agent, request } from "node:https";
import process from "node:process";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { load } from "js-yaml";

const [, , kubeconfig, ...paths] = process.argv;
const config = load(readFileSync(kubeconfig, "utf8"));
const { cluster } = config.clusters[0];
const { user } = config.users[0];
const pem = (data) => Buffer.from(data, "base64");
const agent = new Agent({
  keepAlive: true,
  ca: pem(cluster["certificate-authority-data"]),
  cert: pem(user["client-certificate-data"]),
  key: pem(user["client-key-data"]),
});
const unzip = promisify(gunzip);

function get(path) {
  return new Promise((resolve, reject) => {
    const options = { agent, headers: { accept: "application/json", "accept-encoding": "gzip" } };
    request(new URL(path, cluster.server), options, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", async () => {
        const bytes = Buffer.concat(chunks);
        const body = response.headers["content-encoding"] === "gzip" ? await unzip(bytes) : bytes;
        if (response.statusCode === 200) resolve(JSON.parse(body.toString("utf8")));
        else reject(new Error(`${path}: ${response.statusCode}`));
      });
    }).on("error", reject).end();
  });
}

let requests = 0;
const counts = await Promise.all(paths.map(async (path) => {
  let count = 0;
  let token = "";
  do {
    const page = await get(`${path}${path.includes("?") ? "&" : "?"}limit=500&continue=${encodeURIComponent(token)}`);
    requests++;
    count += page.items.length;
    token = page.metadata.continue ?? "";
  } while (token !== "");
  return count;
}));
agent.destroy();
process.stdout.write(JSON.stringify({ counts, requests }));
