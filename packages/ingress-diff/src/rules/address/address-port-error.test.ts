import { ingress, ingressClass, service, slice } from "@kubeschema-tools/clusters";
import { expect, test } from "vitest";
import { judge, said } from "../../testing/judge.ts";

const rest = [ingressClass("nginx"), service(), slice()];
const port = (error?: string, number = 443): object => ({
  port: number,
  protocol: "TCP",
  ...(error === undefined ? {} : { error }),
});

test("addressPortError says every error once, with its port and address", async () => {
  const evaluation = await judge([
    ingress({
      status: [
        { ip: "203.0.113.1", ports: [port("has space"), port(undefined, 80)] },
        { hostname: "lb.example", ports: [port("example.com/Refused"), port("example.com/Refused")] },
        { ports: [port("Lost")] },
      ],
    }),
    ...rest,
  ]);
  expect(said(evaluation)).toContain("address/port-error Ingress shop/web");
  expect(evaluation.findings.find(({ rule }) => rule === "address/port-error")?.is).toBe(
    "has the error Lost on port 443/TCP and the error example.com/Refused on port 443/TCP of lb.example and " +
      "the error has space on port 443/TCP of 203.0.113.1",
  );
});

test.each([
  { name: "ports without an error", ports: [port(), port(undefined, 80)] },
  { name: "an empty error", ports: [port("")] },
  { name: "null, as Go writes an empty list", ports: null },
])("addressPortError says nothing of $name", async ({ ports }) => {
  expect(said(await judge([ingress({ status: [{ ip: "203.0.113.1", ports }] }), ...rest]))).toEqual([]);
});
