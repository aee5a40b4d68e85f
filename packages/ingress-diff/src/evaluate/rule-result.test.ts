import { expect, test } from "vitest";
import { factsOf } from "../rules/all-rules.ts";
import type { Fault } from "../rules/rule/fault.ts";
import { toResult } from "./rule-result.ts";

const rule = factsOf("backend/service-missing");
const fault: Fault = {
  object: { apiVersion: "v1", kind: "Service", namespace: "shop", name: "web" },
  fieldPath: ".metadata.name",
  should: "a Service",
  is: "does not exist",
  routes: [],
};

test("toResult() gives a fault what its rule says", () => {
  expect(toResult(rule, fault).finding).toEqual({
    id: expect.stringMatching(/^backend\/service-missing#[0-9a-f]{12}$/),
    rule: "backend/service-missing",
    severity: "error",
    outcome: "fail",
    object: fault.object,
    fieldPath: ".metadata.name",
    should: "a Service",
    is: "does not exist",
    fix: rule.fix,
    command: "kubectl get services -n shop",
  });
});

test.each<{ readonly name: string; readonly given: Partial<Fault>; readonly want: object }>([
  { name: "a severity of its own", given: { severity: "info" }, want: { severity: "info" } },
  { name: "a fix of its own", given: { fix: "wait" }, want: { fix: "wait", command: "kubectl get services -n shop" } },
  { name: "a command of its own", given: { command: "kubectl get pods" }, want: { command: "kubectl get pods" } },
  {
    name: "what could not be checked: a warning, without a command for the fault",
    given: { outcome: "unknown" },
    want: { outcome: "unknown", severity: "warning" },
  },
])("toResult() keeps $name", ({ given, want }) => {
  expect(toResult(rule, { ...fault, ...given }).finding).toMatchObject(want);
});

test.each<Partial<Fault>>([{ command: "" }, { outcome: "unknown" }])("toResult() gives no command to %j", (given) => {
  expect(toResult(rule, { ...fault, ...given }).finding).not.toHaveProperty("command");
});

test("toResult() gives one id to a fault however it is said, and another one to another object, detail or rule", () => {
  const idOf = (given: Partial<Fault>, of = rule): string => toResult(of, { ...fault, ...given }).finding.id;
  const id = idOf({});
  expect(idOf({ is: "is gone", severity: "info", object: { ...fault.object, apiVersion: "v2" } })).toBe(id);
  const others = [
    idOf({ detail: "80" }),
    idOf({ object: { ...fault.object, name: "api" } }),
    idOf({}, factsOf("backend/port-missing")),
  ];
  expect(new Set([id, ...others]).size).toBe(4);
});
