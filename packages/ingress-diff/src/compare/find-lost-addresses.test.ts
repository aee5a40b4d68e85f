import { ingress, ingressClass, type IngressOptions, service, slice, writer } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { judge } from "../testing/judge.ts";
import { findLostAddresses } from "./find-lost-addresses.ts";

const rest = [ingressClass("nginx"), ingressClass("traefik"), service(), slice()];
const other = ingress({ name: "other", host: "other.example" });

async function lost(before: IngressOptions, after: IngressOptions | undefined): Promise<readonly object[]> {
  const now = after === undefined ? [other] : [other, ingress(after)];
  return findLostAddresses(await judge([other, ingress(before), ...rest]), await judge([...now, ...rest]));
}

describe("findLostAddresses()", () => {
  test("says what was there, and who last wrote the status", async () => {
    const managedFields = [writer("nginx", "2026-05-31T00:00:00Z", ["status"])];
    expect(await lost({}, { status: [], metadata: { managedFields } })).toMatchObject([{
      rule: "address/lost",
      severity: "error",
      object: { kind: "Ingress", namespace: "shop", name: "web" },
      should: "an address, as before: 203.0.113.10",
      is: 'has no address at 2026-06-01T00:00:00.000Z; "nginx" last wrote the status at 2026-05-31T00:00:00Z',
    }]);
  });

  test("says that the class was switched", async () => {
    expect(await lost({}, { status: [], className: "traefik" })).toMatchObject([{
      is: 'has no address at 2026-06-01T00:00:00.000Z; its class was "nginx" and is "traefik"',
    }]);
  });

  test.each<{ readonly name: string; readonly before: IngressOptions; readonly after: IngressOptions | undefined }>([
    { name: "an address that changed", before: {}, after: { status: [{ ip: "203.0.113.11" }] } },
    { name: "one that had none", before: { status: [] }, after: { status: [] } },
    { name: "one that no longer exists", before: {}, after: undefined },
    {
      name: "one that is being deleted",
      before: {},
      after: { status: [], metadata: { deletionTimestamp: "2026-05-31T00:00:00Z" } },
    },
    {
      name: "one that was made again",
      before: { metadata: { uid: "u-1" } },
      after: { status: [], metadata: { uid: "u-2" } },
    },
    { name: "an entry that was emptied beside another", before: {}, after: { status: [{}, { ip: "203.0.113.10" }] } },
  ])("says nothing of $name", async ({ before, after }) => {
    expect(await lost(before, after)).toEqual([]);
  });
});
