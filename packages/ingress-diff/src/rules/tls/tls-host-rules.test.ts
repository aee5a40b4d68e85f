import {
  ingress,
  ingressClass,
  type IngressOptions,
  type KubeObject,
  service,
  slice,
  tlsOf,
  tlsSecret,
} from "@kubeschema-tools/clusters";
import { createCertificatePem } from "@kubeschema-tools/clusters/certificates";
import { beforeAll, describe, expect, test } from "vitest";
import { judge, said } from "../../testing/judge.ts";

const rest = [ingressClass("nginx"), ingressClass("other"), service(), slice()];
let secrets: readonly KubeObject[];

beforeAll(async () => {
  const hosts = ["shop.example", "*.shop.example", "www.shop.example"];
  const [a, b] = [await createCertificatePem(hosts), await createCertificatePem(hosts)];
  secrets = [tlsSecret("a", a), tlsSecret("b", b), tlsSecret("copy-of-a", a)];
});

interface Case {
  readonly name: string;
  readonly given: readonly IngressOptions[];
  readonly want: readonly string[];
}

const judgeAll = (given: readonly IngressOptions[]): ReturnType<typeof judge> =>
  judge([...given.map((options) => ingress(options)), ...secrets, ...rest]);
const annotated = (key: string, value: string): Partial<KubeObject["metadata"]> => ({ annotations: { [key]: value } });
const younger = { creationTimestamp: "2026-05-02T00:00:00Z" };

describe("tlsHostWithoutRule", () => {
  const warning = ["tls/host-without-rule (warning) Ingress shop/web"];
  const extra = tlsOf("a", "shop.example", "www.shop.example");

  test.each<Case>([
    { name: "a host that no rule has", given: [{ spec: extra }], want: warning },
    {
      name: "a host of a wildcard rule",
      given: [{ host: "*.shop.example", spec: tlsOf("a", "*.shop.example", "www.shop.example") }],
      want: [],
    },
    {
      name: "a wildcard of which one host has a rule",
      given: [{ host: "www.shop.example", spec: tlsOf("a", "*.shop.example") }],
      want: [],
    },
    {
      name: "another host of a wildcard of which one has a rule",
      given: [{ host: "www.shop.example", spec: tlsOf("a", "*.shop.example", "shop.example") }],
      want: warning,
    },
    {
      name: "a rule in another Ingress of the class",
      given: [{ spec: extra }, { name: "www", host: "www.shop.example" }],
      want: [],
    },
    {
      name: "a rule in an Ingress of another class",
      given: [{ spec: extra }, { name: "www", host: "www.shop.example", className: "other" }],
      want: warning,
    },
    { name: "a rule without a host", given: [{ host: "", spec: tlsOf("a", "shop.example") }], want: [] },
    {
      name: "a default backend in the same Ingress",
      given: [{ spec: { ...extra, defaultBackend: { service: { name: "web", port: { number: 80 } } } } }],
      want: [],
    },
    {
      name: "an alias of an annotation",
      given: [{
        spec: extra,
        metadata: annotated("nginx.ingress.kubernetes.io/server-alias", "api.shop.example, www.shop.example"),
      }],
      want: [],
    },
    {
      name: "a redirect from www",
      given: [{ spec: extra, metadata: annotated("nginx.ingress.kubernetes.io/from-to-www-redirect", "true") }],
      want: [],
    },
    { name: "an entry without hosts", given: [{ spec: tlsOf("a") }], want: [] },
  ])("$name", async ({ given, want }) => {
    expect(said(await judgeAll(given))).toEqual(want);
  });
});

describe("tlsRuleWithoutTls", () => {
  const twoHosts = {
    rules: ["shop.example", "www.shop.example"].map((host) => ({
      host,
      http: { paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: "web", port: { number: 80 } } } }] },
    })),
  };
  const warning = ["tls/rule-without-tls (warning) Ingress shop/web"];
  const note = ["tls/rule-without-tls (note) Ingress shop/web"];
  const neighbour = { name: "tls", host: "api.shop.example", spec: tlsOf("a", "api.shop.example") };

  test.each<Case>([
    {
      name: "a host beside others that have TLS is a warning",
      given: [{ spec: { ...twoHosts, ...tlsOf("a", "shop.example") } }],
      want: warning,
    },
    {
      name: "every host has TLS",
      given: [{ spec: { ...twoHosts, ...tlsOf("a", "*.shop.example", "shop.example") } }],
      want: [],
    },
    { name: "an entry without hosts is for all", given: [{ spec: { ...twoHosts, ...tlsOf("a") } }], want: [] },
    {
      name: "an entry for the host in another Ingress of the class",
      given: [
        { spec: { ...twoHosts, ...tlsOf("a", "shop.example") } },
        { name: "www", host: "www.shop.example", path: "/www", spec: tlsOf("a", "www.shop.example") },
      ],
      want: [],
    },
    { name: "an Ingress without any TLS in a class with TLS is a note", given: [{}, neighbour], want: note },
    { name: "a class in which nobody asks for TLS", given: [{}, { name: "too", host: "too.example" }], want: [] },
    { name: "TLS in another class", given: [{}, { ...neighbour, className: "other" }], want: [] },
    { name: "a rule without a host", given: [{ host: "" }, neighbour], want: [] },
    {
      name: "certificates that an annotation names",
      given: [{ metadata: annotated("networking.gke.io/managed-certificates", "shop") }, neighbour],
      want: [],
    },
    {
      name: "a solver of cert-manager, which answers over HTTP",
      given: [{ metadata: { labels: { "acme.cert-manager.io/http01-solver": "true" } } }, neighbour],
      want: [],
    },
  ])("$name", async ({ given, want }) => {
    expect(said(await judgeAll(given))).toEqual(want);
  });

  test("a note leaves the routes alone", async () => {
    const { sources } = await judgeAll([{}, neighbour]);
    expect(sources.flatMap(({ routes }) => routes.map(({ state }) => state))).toEqual(["ok", "ok"]);
  });
});

describe("tlsDuplicateSni", () => {
  const path = (name: string, options: IngressOptions): IngressOptions => ({ name, path: `/${name}`, ...options });
  const warning = ["tls/duplicate-sni (warning) Ingress shop/late"];
  const first = path("first", { spec: tlsOf("a", "shop.example") });
  const late = path("late", { spec: tlsOf("b", "shop.example"), metadata: younger });

  test.each<Case>([
    { name: "another certificate in a younger Ingress", given: [late, first], want: warning },
    { name: "the same Secret", given: [first, { ...late, spec: tlsOf("a", "shop.example") }], want: [] },
    {
      name: "a copy of the certificate",
      given: [first, { ...late, spec: tlsOf("copy-of-a", "shop.example") }],
      want: [],
    },
    { name: "another class", given: [first, { ...late, className: "other" }], want: [] },
    { name: "another load balancer", given: [first, { ...late, status: [{ ip: "203.0.113.99" }] }], want: [] },
    {
      name: "a wildcard beside a host: the host's own is more exact",
      given: [first, { ...late, host: "www.shop.example", spec: tlsOf("b", "*.shop.example") }],
      want: [],
    },
    {
      name: "an entry without a Secret",
      given: [first, { ...late, spec: tlsOf(undefined, "shop.example") }],
      want: [],
    },
    {
      name: "two entries of one Ingress",
      given: [{
        name: "late",
        spec: { tls: [...tlsOf("a", "shop.example").tls, ...tlsOf("b", "shop.example").tls] },
      }],
      want: warning,
    },
    {
      name: "a canary",
      given: [first, { ...late, metadata: { ...younger, ...annotated("nginx.ingress.kubernetes.io/canary", "true") } }],
      want: [],
    },
  ])("$name", async ({ given, want }) => {
    expect(said(await judgeAll(given))).toEqual(want);
  });

  test("says which certificate is served", async () => {
    const { findings } = await judgeAll([first, late]);
    expect(findings[0]).toMatchObject({
      fieldPath: ".spec.tls[0].secretName",
      should: "one certificate for shop.example",
      is: 'lists a host for which the older Ingress shop/first names Secret "a", and that one is served',
    });
  });
});
