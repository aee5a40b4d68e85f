import {
  ingress,
  ingressClass,
  type KubeObject,
  service,
  serviceBackend,
  slice,
  tlsOf,
  tlsSecret,
} from "@kubeschema-tools/clusters";
import { createCertificatePem } from "@kubeschema-tools/clusters/certificates";
import { describe, expect, test } from "vitest";
import type { RouteSource } from "../routes/route.ts";
import { factsOf, type RuleId } from "../rules/all-rules.ts";
import type { Fault } from "../rules/rule/fault.ts";
import { judge } from "../testing/judge.ts";
import type { Finding } from "./finding.ts";
import { linkCauses } from "./link-causes.ts";
import { groupByCause, orderFindings } from "./order-findings.ts";
import { type RuleResult, toResult } from "./rule-result.ts";

const ref = (kind: string, name: string) => ({ apiVersion: "v1", kind, namespace: "shop", name });
const source = (name: string): RouteSource => ({
  ref: { apiVersion: "networking.k8s.io/v1", kind: "Ingress", namespace: "shop", name },
  isBeingDeleted: false,
  classSource: "field",
  addresses: [],
  emptyAddressCount: 0,
  portErrors: [],
  choosesLoadBalancer: false,
  aliases: [],
  hasOtherCertificates: false,
  takesRegexPaths: false,
  writers: [],
  routes: [],
  tls: [],
});

function fault(rule: RuleId, object: Fault["object"], fields: Partial<Fault> = {}): RuleResult {
  return toResult(factsOf(rule), {
    severity: "error",
    object,
    fieldPath: "",
    should: "",
    is: "",
    fix: "",
    routes: [],
    ...fields,
  });
}

/** Each finding's rule with its cause's. */
function causes(results: readonly RuleResult[]): readonly (readonly [string, string | undefined])[] {
  const linked = linkCauses(results).map(({ finding }) => finding);
  const ruleOf = (id: string | undefined): string | undefined => linked.find((finding) => finding.id === id)?.rule;
  return linked.map(({ rule, cause }) => [rule, ruleOf(cause)]);
}

describe("linkCauses()", () => {
  test("what a certificate's replacement repairs follows from it", () => {
    const secret = ref("Secret", "web-tls");
    expect(causes([fault("tls/host-not-covered", secret), fault("tls/certificate-expired", secret)])).toEqual([
      ["tls/host-not-covered", "tls/certificate-expired"],
      ["tls/certificate-expired", undefined],
    ]);
  });

  test("the cause is always a root, however long the chain", () => {
    const secret = ref("Secret", "web-tls");
    const results = [
      fault("tls/host-not-covered", secret),
      fault("tls/chain-incomplete", secret),
      fault("tls/certificate-expired", secret),
      fault("tls/temporary-certificate", secret),
    ];
    expect(new Set(causes(results).slice(0, 3).map(([, cause]) => cause))).toEqual(
      new Set(["tls/temporary-certificate"]),
    );
  });

  test("an Ingress's finding follows from the object that breaks it", () => {
    const missing = fault("class/missing", ref("IngressClass", "gone"), { sources: [source("web")] });
    const pending = [source("web"), source("other")].map(({ ref: object }) => fault("address/pending", object));
    expect(causes([...pending, missing])).toEqual([
      ["address/pending", "class/missing"],
      ["address/pending", undefined],
      ["class/missing", undefined],
    ]);
  });

  test("an event follows from an error of its object, not from a note", () => {
    const { ref: object } = source("web");
    const event = fault("event/warning", object, { severity: "warning" });
    expect(causes([event, fault("class/annotation-deprecated", object, { severity: "info" })])[0]).toEqual(
      ["event/warning", undefined],
    );
    expect(causes([event, fault("backend/service-missing", ref("Service", "web"), { sources: [source("web")] })])[0])
      .toEqual(["event/warning", "backend/service-missing"]);
  });

  test("nothing follows from, or causes, what could not be checked", () => {
    const secret = ref("Secret", "web-tls");
    const expired = fault("tls/certificate-expired", secret, { outcome: "unknown" });
    expect(causes([expired, fault("tls/host-not-covered", secret)]).map(([, cause]) => cause)).toEqual(
      [undefined, undefined],
    );
  });

  test("certificates that differ because one of two copies was lost or replaced follow from that", () => {
    const duplicate = fault("tls/duplicate-sni", ref("Ingress", "web"), {
      severity: "warning",
      mayFollowFrom: [ref("Secret", "a"), ref("Secret", "b")],
    });
    expect(causes([duplicate, fault("tls/certificate-expired", ref("Secret", "b"))])[0]?.[1]).toBe(
      "tls/certificate-expired",
    );
    expect(causes([duplicate, fault("tls/certificate-expired", ref("Secret", "c"))])[0]?.[1]).toBe(undefined);
  });

  test("a second certificate follows from the routes that another Ingress takes, if it takes all of them", async () => {
    const [one, other] = await Promise.all(["one.example", "one.example"].map((host) => createCertificatePem([host])));
    const paths = ["/", "/only-here"].map((path) => ({
      path,
      pathType: "Prefix",
      backend: serviceBackend("api", "http"),
    }));
    const objects = (pathCount: number): readonly KubeObject[] => [
      ingress({ host: "one.example", spec: tlsOf("one", "one.example") }),
      ingress({
        name: "younger",
        spec: {
          rules: [{ host: "one.example", http: { paths: paths.slice(0, pathCount) } }],
          ...tlsOf("other", "one.example"),
        },
        metadata: { creationTimestamp: "2026-05-02T00:00:00Z" },
      }),
      tlsSecret("one", one ?? ""),
      tlsSecret("other", other ?? ""),
      ...["web", "api"].flatMap((name) => [service(name), slice(name)]),
      ingressClass("nginx"),
    ];
    const roots = async (pathCount: number): Promise<readonly string[]> =>
      (await judge(objects(pathCount))).findings.filter(({ cause }) => cause === undefined).map(({ rule }) => rule);
    expect(await roots(1)).toEqual(["route/duplicate"]);
    expect(await roots(2)).toEqual(["route/duplicate", "tls/duplicate-sni"]);
  });

  test("another object's finding is not a cause", () => {
    const results = [
      fault("tls/host-not-covered", ref("Secret", "a")),
      fault("tls/certificate-expired", ref("Secret", "b")),
    ];
    expect(causes(results).map(([, cause]) => cause)).toEqual([undefined, undefined]);
  });
});

describe("orderFindings()", () => {
  const secret = ref("Secret", "web-tls");
  const light = fault("tls/temporary-certificate", secret, { severity: "warning" });
  const results = linkCauses([
    fault("backend/service-missing", ref("Service", "web"), { severity: "warning" }),
    light,
    fault("tls/host-not-covered", secret),
  ]);

  test("puts a cause before what follows from it, as high as the worst of them", () => {
    expect(orderFindings(results).map(({ rule }) => rule)).toEqual([
      "tls/temporary-certificate",
      "tls/host-not-covered",
      "backend/service-missing",
    ]);
  });

  test("groupByCause() lets a finding stand for itself if its cause is not there", () => {
    const findings: readonly Finding[] = results.map(({ finding }) => finding).filter(({ id }) =>
      id !== light.finding.id
    );
    expect(groupByCause(findings).map(({ cause, folded }) => [cause.rule, folded.length])).toEqual([
      ["backend/service-missing", 0],
      ["tls/host-not-covered", 0],
    ]);
  });
});

test("toResult() counts the routes of each Ingress that a fault breaks, each once", async () => {
  const backend = serviceBackend("gone", 80);
  const paths = ["/", "/a"].map((path) => ({ path, pathType: "Prefix", backend }));
  const { findings } = await judge([
    ingress({ name: "two", spec: { rules: [{ host: "two.example", http: { paths } }] } }),
    ingress({ name: "one", backend }),
    ingressClass("nginx"),
    service(),
    slice(),
  ]);
  expect(findings[0]?.consequences).toEqual([
    { kind: "Ingress", namespace: "shop", name: "one", routes: 1 },
    { kind: "Ingress", namespace: "shop", name: "two", routes: 2 },
  ]);
});
