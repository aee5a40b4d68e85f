import { ingress, ingressClass, type KubeObject, service, slice } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { judge } from "../testing/judge.ts";
import type { Route } from "./route.ts";

const rest = [ingressClass("nginx"), service(), slice()];

async function routesOf(object: KubeObject): Promise<readonly Partial<Route>[]> {
  const { sources } = await judge([object, ...rest]);
  return sources.flatMap(({ routes }) =>
    routes.map(({ route: { host, path, pathType, backend, fieldPath } }) => ({
      host,
      path,
      pathType,
      fieldPath,
      ...(backend === undefined ? {} : { backend }),
    }))
  );
}

const web = { type: "service", namespace: "shop", name: "web" };

describe("routesOfIngresses()", () => {
  test("reads networking.k8s.io/v1", async () => {
    expect(await routesOf(ingress())).toEqual([{
      host: "shop.example",
      path: "/",
      pathType: "Prefix",
      fieldPath: ".spec.rules[0].http.paths[0]",
      backend: { ...web, port: "http" },
    }]);
  });

  test("reads v1beta1: its backend fields, its default backend, its default pathType", async () => {
    const spec = {
      backend: { serviceName: "web", servicePort: "http" },
      rules: [{ http: { paths: [{ backend: { serviceName: "web", servicePort: 80 } }] } }],
    };
    expect(await routesOf({ ...ingress({ spec }), apiVersion: "extensions/v1beta1" })).toEqual([
      {
        host: "",
        path: "",
        pathType: "ImplementationSpecific",
        fieldPath: ".spec.rules[0].http.paths[0]",
        backend: { ...web, port: 80 },
      },
      {
        host: "",
        path: "",
        pathType: "Default",
        fieldPath: ".spec.defaultBackend",
        backend: { ...web, port: "http" },
      },
    ]);
  });

  test("keeps a rule without http as a route that is left to the controller", async () => {
    expect(await routesOf(ingress({ spec: { rules: [{ host: "shop.example" }] } }))).toEqual([
      { host: "shop.example", path: "", pathType: "None", fieldPath: ".spec.rules[0]" },
    ]);
  });

  test.each([
    { name: "the entry that lists the host", tls: [{ hosts: ["*.example"] }, { hosts: ["shop.example"] }], want: 1 },
    {
      name: "else the entry whose wildcard covers it",
      tls: [{ hosts: ["a.example"] }, { hosts: ["*.example"] }],
      want: 1,
    },
    { name: "else the entry without hosts", tls: [{ hosts: ["a.example"] }, {}], want: 1 },
    { name: "else none", tls: [{ hosts: ["a.example"] }], want: undefined },
  ])("finds the TLS entry of a route: $name", async ({ tls, want }) => {
    const { sources } = await judge([ingress({ spec: { tls } }), ...rest]);
    expect(sources[0]?.routes[0]?.route.tls?.fieldPath).toBe(want === undefined ? undefined : `.spec.tls[${want}]`);
  });
});
