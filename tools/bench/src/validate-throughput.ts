import { alignTable } from "./align-table.ts";

/** The rate at which one layer judges the same valid Ingress. */
export interface Throughput {
  readonly name: string;
  readonly perSecond: number;
}

const ingress = {
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name: "web", namespace: "shop", labels: { app: "web" } },
  spec: {
    ingressClassName: "public",
    tls: [{ hosts: ["shop.example.com"], secretName: "shop-tls" }],
    rules: [{
      host: "shop.example.com",
      http: {
        paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: "web", port: { name: "http" } } } }],
      },
    }],
  },
};

// The structure alone is not an export of the built package. In the sources it is a module of its own, which is found
// by the condition that the benches run with.
const structureModule = "@kubeschema/validators/definitions/networking.k8s.io-v1";
const callsPerTurn = 2_000;

/**
 * Measures how many valid Ingresses a second the validators judge: the structure alone, and all layers.
 *
 * @param durationMs How long each is measured, after a tenth of that to warm up.
 * @throws {Error} If the Ingress is not valid.
 */
export async function measureThroughput(durationMs: number): Promise<readonly Throughput[]> {
  const structure: unknown = Reflect.get(await import(structureModule), "networking_v1_Ingress");
  if (typeof structure !== "function") throw new Error(`Cannot measure: no Ingress in "${structureModule}"`);
  const { isValidIngress, validateIngress } = await import("@kubeschema/validators/networking.k8s.io/v1");
  return [
    measure("structure", () => structure(ingress) === true, durationMs),
    measure("validateIngress()", () => validateIngress(ingress).length === 0, durationMs),
    measure("isValidIngress()", () => isValidIngress(ingress), durationMs),
  ];
}

/** Writes the rates as a Markdown table. */
export function formatThroughput(rows: readonly Throughput[]): string {
  const million = (count: number): string => `${(count / 1e6).toFixed(2)} million`;
  return alignTable([["valid Ingress", "a second"], ...rows.map(({ name, perSecond }) => [name, million(perSecond)])]);
}

function measure(name: string, judge: () => boolean, durationMs: number): Throughput {
  run(name, judge, durationMs / 10);
  return { name, perSecond: run(name, judge, durationMs) };
}

function run(name: string, judge: () => boolean, durationMs: number): number {
  const start = performance.now();
  let count = 0;
  let elapsedMs = 0;
  do {
    for (let call = 0; call < callsPerTurn; call++) if (!judge()) throw new Error(`${name} refuses the Ingress`);
    count += callsPerTurn;
    elapsedMs = performance.now() - start;
  } while (elapsedMs < durationMs);
  return count / elapsedMs * 1000;
}
