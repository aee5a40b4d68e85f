import {
  ingress,
  ingressClass,
  type KubeObject,
  service,
  serviceBackend,
  slice,
  tlsOf,
} from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import { routesOfIngresses } from "../routes/ingress-routes.ts";
import { countReads } from "../testing/count-reads.ts";
import { testTime } from "../testing/judge.ts";
import { allRules } from "./all-rules.ts";
import { createContext } from "./rule/rule-context.ts";
import type { Rule } from "./rule/rule.ts";

const small = 40;
const large = 10 * small;
const rest = [ingressClass("nginx"), service(), slice()];

/** Clusters of some Ingresses, where a rule that compares each with each would show. */
const shapes: readonly { readonly name: string; readonly make: (index: number) => KubeObject }[] = [
  { name: "that have nothing in common", make: (index) => ingress({ name: `i-${index}`, host: `h${index}.example` }) },
  { name: "that all ask for one route", make: (index) => ingress({ name: `i-${index}` }) },
  {
    name: "of one host and many paths",
    make: (index) => ingress({ name: `i-${index}`, path: `/p${index}`, pathType: "ImplementationSpecific" }),
  },
  {
    name: "without address, Service and Secret",
    make: (index) =>
      ingress({
        name: `i-${index}`,
        host: `h${index}.example`,
        backend: serviceBackend("gone", "http"),
        status: [],
        spec: tlsOf("gone-tls", `h${index}.example`),
      }),
  },
  {
    name: "with an address of their own and one Secret",
    make: (index) =>
      ingress({
        name: `i-${index}`,
        status: [{ ip: `10.0.${index >> 8}.${index & 255}` }],
        spec: tlsOf("tls", "*.a.b"),
      }),
  },
];

/** How many fields each rule reads in a cluster of so many Ingresses. */
async function readsByRule(
  make: (index: number) => KubeObject,
  count: number,
  rules: readonly Pick<Rule, "id" | "check">[] = allRules,
): Promise<ReadonlyMap<string, number>> {
  const items = [...Array.from({ length: count }, (_, index) => make(index)), ...rest];
  const documents = [{ kind: "List", items }];
  const view = observeSnapshot([{ name: "test", documents }], { source: "test", at: testTime });
  return new Map(rules.map((rule) => {
    const counted = countReads({ view, sources: routesOfIngresses(view) });
    const { value } = counted;
    const context = createContext(value.view, value.sources, { atMs: Date.parse(testTime), expiringWithinMs: 0 });
    rule.check(context);
    return [rule.id, counted.count()];
  }));
}

describe("every rule", () => {
  test("would show if it compared each with each", async () => {
    const pairwise: Pick<Rule, "id" | "check"> = {
      id: "route/duplicate",
      check: ({ sources }) => {
        for (const one of sources) for (const other of sources) if (one.className !== other.className) return [];
        return [];
      },
    };
    const make = (index: number): KubeObject => ingress({ name: `i-${index}` });
    const [before = 0, after = 0] = await Promise.all(
      [small, large].map(async (count) => (await readsByRule(make, count, [pairwise])).get(pairwise.id) ?? 0),
    );
    expect(isLinear(after / before)).toBe(false);
  });

  test.each(shapes)("reads ten times as much of ten times as many Ingresses $name", async ({ make }) => {
    const before = await readsByRule(make, small);
    const after = await readsByRule(make, large);
    for (const [id, count] of before) {
      // What is compared pairwise would be read a hundred times as often; sorting adds a logarithm.
      expect({ id, ratio: Math.round((after.get(id) ?? 0) / count) }).toEqual({
        id,
        ratio: expect.toSatisfy(isLinear),
      });
    }
  });
});

function isLinear(ratio: number): boolean {
  return ratio <= 20;
}
