import { describe, expect, test } from "vitest";
import { convertIngress } from "./ingress-version.ts";

const old = {
  apiVersion: "extensions/v1beta1",
  kind: "Ingress",
  spec: {
    backend: { serviceName: "fallback", servicePort: "http" },
    rules: [{ host: "a.example", http: { paths: [{ path: "/", backend: { serviceName: "web", servicePort: 80 } }] } }],
  },
};
const v1 = {
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  spec: {
    defaultBackend: { service: { name: "fallback", port: { name: "http" } } },
    rules: [{
      host: "a.example",
      http: {
        paths: [{
          path: "/",
          pathType: "ImplementationSpecific",
          backend: { service: { name: "web", port: { number: 80 } } },
        }],
      },
    }],
  },
};

describe("convertIngress()", () => {
  test("reads v1beta1 as v1, with the default of the path type", () => {
    expect(convertIngress(old, "networking.k8s.io/v1")).toEqual(v1);
  });

  test("writes v1 as v1beta1, so that reading it gives v1 again", () => {
    expect(convertIngress(convertIngress(v1, "networking.k8s.io/v1beta1"), "networking.k8s.io/v1")).toEqual(v1);
  });

  test("keeps a resource", () => {
    const resource = { apiGroup: "example.com", kind: "Bucket", name: "files" };
    const given = { ...v1, spec: { defaultBackend: { resource } } };
    const converted = convertIngress(given, "extensions/v1beta1");
    expect(converted.spec).toEqual({ backend: { resource, servicePort: 0 } });
    expect(convertIngress(converted, "networking.k8s.io/v1")).toEqual(given);
  });

  test.each([{ spec: null }, { spec: { rules: null, backend: "x" } }, { spec: { rules: ["x", { http: 1 }] } }, {}])(
    "leaves what has no shape: %j",
    (given) => {
      expect(() => convertIngress({ apiVersion: "extensions/v1beta1", ...given }, "networking.k8s.io/v1")).not
        .toThrow();
    },
  );
});
