import { createHash } from "node:crypto";
import { ingress, ingressClass, type KubeObject, service, serviceBackend, slice } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { judge } from "../../testing/judge.ts";
import type { ReportOptions } from "../report-options.ts";
import { formatHtmlReport } from "./html-report.ts";
import { type RouteGraph, toRouteGraph } from "./route-graph.ts";

const rest = [ingressClass("nginx"), service(), slice()];
const options: ReportOptions = {
  width: 80,
  hasColor: false,
  isVerbose: false,
  toolVersion: "1.2.3",
  failOn: "warning",
};

function paths(count: number, backend: (index: number) => object): object {
  return {
    rules: [{
      host: "shop.example",
      http: {
        paths: Array.from({ length: count }, (_, index) => ({
          path: `/p${index}`,
          pathType: "Prefix",
          backend: backend(index),
        })),
      },
    }],
  };
}

function labels({ nodes }: RouteGraph, column: number): readonly string[] {
  return nodes.filter((node) => node.column === column).map(({ label }) => label);
}

/** Ingresses with a host each, all to one Service that is not there. */
function many(count: number): readonly KubeObject[] {
  return Array.from(
    { length: count },
    (_, index) => ingress({ name: `i${index}`, host: `h${index}.example`, backend: serviceBackend("gone", 80) }),
  );
}

describe("formatHtmlReport()", () => {
  test("allows its own style and script by their hashes, and nothing else", async () => {
    const html = formatHtmlReport(await judge([ingress(), ...rest]), options);
    const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    const parts = [["style", /<style>([\s\S]*?)<\/style>/], ["script", /<script>([\s\S]*?)<\/script>/]] as const;
    for (const [name, pattern] of parts) {
      const hash = createHash("sha256").update(pattern.exec(html)?.[1] ?? "").digest("base64");
      expect(policy).toContain(`${name}-src 'sha256-${hash}'`);
      expect(html.split(`<${name}`)).toHaveLength(2);
    }
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toContain("unsafe");
    expect(html).not.toMatch(/\s(?:style|src|on[a-z]+)=|https?:\/\/(?!shop\.example)/);
  });

  test("keeps the size of a page in a large cluster, and says what it left out", async () => {
    const evaluation = await judge([...many(9000), ...rest]);
    const html = formatHtmlReport(evaluation, options);
    expect(html.match(/<tr class/g)).toHaveLength(4000);
    expect(html).toContain("5000 more are not in this table");
    expect(html).toContain("and 8980 more Ingresses");
    expect(html.length).toBeLessThan(2_000_000);
    expect(formatHtmlReport(evaluation, { ...options, isVerbose: true }).match(/<tr class/g)).toHaveLength(9000);
  });

  test("says when all is fine, and shows the routes all the same", async () => {
    const html = formatHtmlReport(await judge([ingress(), ...rest]), options);
    expect(html).toContain("<h1>The only route is fine</h1>");
    expect(html).not.toContain('id="causes"');
    expect(html).toContain('<tr class="ok"');
  });
});

describe("toRouteGraph()", () => {
  test("draws host, path, Service and endpoints, with a line for each step", async () => {
    const graph = toRouteGraph(await judge([ingress({ path: "/a" }), ...rest]));
    expect([0, 1, 2, 3].map((column) => labels(graph, column))).toEqual([
      ["shop.example"],
      ["/a"],
      ["web:http"],
      ["2/2 ready"],
    ]);
    expect(graph.edges.map(({ from, to }) => [graph.nodes[from]?.column, graph.nodes[to]?.column])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(graph).toMatchObject({ isFailingOnly: false, leftOutCount: 0 });
  });

  test("folds many paths of a host to one backend", async () => {
    const graph = toRouteGraph(
      await judge([ingress({ spec: paths(17, () => serviceBackend("web", "http")) }), ...rest]),
    );
    expect(labels(graph, 1)).toEqual(["17 paths"]);
  });

  test("folds many hosts of one backend, and paints what fails", async () => {
    const graph = toRouteGraph(await judge([...many(17), ...rest]));
    expect(labels(graph, 0)).toHaveLength(7);
    expect(labels(graph, 0)).toContain("11 more hosts");
    expect(labels(graph, 3)).toEqual(["no Service"]);
    expect(new Set(graph.nodes.map(({ state }) => state))).toEqual(new Set(["failing"]));
  });

  test("draws only what is not fine in a large cluster", async () => {
    const backend = (index: number): object => serviceBackend(index === 7 ? "gone" : "web", "http");
    const graph = toRouteGraph(await judge([ingress({ spec: paths(50, backend) }), ...rest]));
    expect(graph.isFailingOnly).toBe(true);
    expect(labels(graph, 1)).toEqual(["/p7"]);
  });

  test("says how many routes there is no room for", async () => {
    const graph = toRouteGraph(
      await judge([ingress({ spec: paths(60, (index) => serviceBackend(`gone-${index}`, 80)) }), ...rest]),
    );
    expect(labels(graph, 2)).toHaveLength(40);
    expect(graph.leftOutCount).toBe(20);
  });

  test("puts no box onto another", async () => {
    const { nodes } = toRouteGraph(
      await judge([...many(9), ingress({ spec: paths(12, (index) => serviceBackend(`s${index % 3}`, 80)) }), ...rest]),
    );
    for (const column of [0, 1, 2, 3]) {
      const rows = nodes.filter((node) => node.column === column).map(({ row }) => row).sort((a, b) => a - b);
      for (const [index, row] of rows.entries()) expect(row - (rows[index - 1] ?? -1)).toBeGreaterThanOrEqual(1);
    }
  });
});
