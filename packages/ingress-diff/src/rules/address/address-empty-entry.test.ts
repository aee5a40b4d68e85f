import { ingress, ingressClass, service, slice } from "@kubeschema-tools/clusters";
import { expect, test } from "vitest";
import { judge, said } from "../../testing/judge.ts";

const rest = [ingressClass("nginx"), service(), slice()];

test.each([
  { name: "no address but an empty entry", status: [{}], want: ["address/empty-entry Ingress shop/web"] },
  {
    name: "an empty entry beside an address",
    status: [{}, { ip: "203.0.113.1" }],
    want: ["address/empty-entry (warning) Ingress shop/web"],
  },
  { name: "an ip", status: [{ ip: "203.0.113.1" }], want: [] },
  { name: "a hostname", status: [{ hostname: "lb.example" }], want: [] },
  { name: "both", status: [{ ip: "203.0.113.1", hostname: "lb.example" }], want: [] },
  { name: "empty texts", status: [{ ip: "", hostname: "" }], want: ["address/empty-entry Ingress shop/web"] },
])("addressEmptyEntry judges a status with $name", async ({ status, want }) => {
  expect(said(await judge([ingress({ status }), ...rest]))).toEqual(want);
});

test("addressEmptyEntry breaks the routes only where no real address is left", async () => {
  const stateOf = async (status: readonly object[]): Promise<unknown> =>
    (await judge([ingress({ status }), ...rest])).sources[0]?.routes[0]?.state;
  expect(await stateOf([{}])).toBe("failing");
  expect(await stateOf([{}, { ip: "203.0.113.1" }])).toBe("ok");
});
