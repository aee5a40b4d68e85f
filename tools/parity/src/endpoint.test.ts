import { type ApiServer, describeWithApiServer } from "@kubeschema-tools/apiserver";
import process from "node:process";
import { expect, test } from "vitest";
import { compareKind } from "./compare-kind.ts";
import { isServed, isStrict, send, servedEndpoint } from "./endpoint.ts";
import { betaIngress } from "./kinds/ingress-v1beta1.ts";
import { oldIngressUpdate } from "./kinds/ingress-change.ts";
import { endpointSlice } from "./kinds/endpoint-slice.ts";
import { kinds } from "./kinds/mod.ts";

const slices = "/namespaces/default/endpointslices";

test("every kind says where it is sent, in a path that names its resource", async () => {
  const asked: string[] = [];
  const server = {
    request: (_method: string, path: string) => {
      asked.push(path);
      return Promise.resolve({ status: 404, body: {} });
    },
  };
  for (const { endpoints } of kinds) {
    expect(endpoints.length).toBeGreaterThan(0);
    // It uses nothing else of a server.
    expect(await servedEndpoint(server as unknown as ApiServer, endpoints)).toBeUndefined();
  }
  expect(asked.filter((path) => !/^\/(?:api\/v1|apis\/[a-z0-9.]+\/v\d\w*)$/.test(path))).toEqual([]);
  await expect(isServed(server as unknown as ApiServer, "/version")).rejects.toThrow("it names no resource");
});

describeWithApiServer("an old server", (getServer) => {
  test("takes EndpointSlices in v1beta1, and drops fields that do not exist", async () => {
    const server = getServer();
    expect(isStrict(server)).toBe(false);
    expect((await servedEndpoint(server, endpointSlice.endpoints))?.path).toBe(
      `/apis/discovery.k8s.io/v1beta1${slices}`,
    );
    const { endpoints: [endpoint], bases: [base] } = betaIngress;
    if (endpoint === undefined || base === undefined) throw new Error("The kind has both");
    expect((await send(server, endpoint, { ...base, specX: 1 })).status).toBe(201);
  });
}, { version: "1.20" });

describeWithApiServer("a server of today", (getServer) => {
  test("takes EndpointSlices in v1, and names the fields that do not exist", async () => {
    const server = getServer();
    const endpoint = await servedEndpoint(server, endpointSlice.endpoints);
    expect(endpoint?.path).toBe(`/apis/discovery.k8s.io/v1${slices}`);
    const { bases: [base] } = endpointSlice;
    if (endpoint === undefined || base === undefined) throw new Error("The kind has both");
    const { status, body } = await send(server, endpoint, { ...base, portsX: [] });
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('strict decoding error: unknown field "portsX"') },
    });
  });

  test("does not have the old Ingress, which does not end the run", async () => {
    for (const kind of [betaIngress, oldIngressUpdate]) {
      expect(await compareKind(kind, getServer(), { count: 1, seed: 1 })).toBeUndefined();
    }
  });
  // Not every machine of CI has built it.
}, { version: "1.37", env: { ...process.env, CI: "" } });
