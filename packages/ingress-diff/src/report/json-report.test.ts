import { ingress, ingressClass, service, slice } from "@kubeschema-tools/clusters";
import { expect, test } from "vitest";
import { judge } from "../testing/judge.ts";
import { toJsonReport } from "./json-report.ts";
import { formatJsonReport } from "./write-json-report.ts";

test("formatJsonReport() writes control characters and marks of direction as escapes, and loses none", async () => {
  const evil = "\u001b[2J\u009b31m\u202e\u2028evil\ufeff";
  const evaluation = await judge([ingress({ name: `web${evil}` }), ingressClass("nginx"), service(), slice()]);
  const text = formatJsonReport(evaluation);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
  expect(text.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\ufeff]/);
  expect(JSON.parse(text)).toEqual(toJsonReport(evaluation));
  expect(toJsonReport(evaluation).ingresses[0]?.name).toBe(`web${evil}`);
});

test("toJsonReport() says null where there is nothing to say", async () => {
  const given = ingress({ className: null, spec: { rules: [{ host: "shop.example" }] } });
  const report = toJsonReport(await judge([given, ingressClass("nginx")]));
  expect(report.observed).toMatchObject({ serverVersion: null, namespace: null });
  expect(report.ingresses[0]).toEqual({
    namespace: "shop",
    name: "web",
    class: null,
    classSource: "none",
    addresses: ["203.0.113.10"],
    routes: [{
      host: "shop.example",
      path: "",
      pathType: "None",
      tls: null,
      backend: null,
      ready: null,
      state: "ok",
      findings: [],
    }],
  });
});
