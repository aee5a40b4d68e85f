import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge, said } from "../../testing/judge.ts";
import { ingress, ingressClass, type KubeObject, service, slice, writer } from "@kubeschema-tools/clusters";

const rest = [service(), slice()];
const classes = [ingressClass("nginx"), ingressClass("traefik")];
const [first, second] = ["203.0.113.10", "203.0.113.20"];
const [created, early, late] = ["2026-05-01T00:00:00Z", "2026-05-02T00:00:00Z", "2026-05-20T00:00:00Z"];

interface Shown {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly managedFields?: readonly object[];
  readonly hostname?: boolean;
}

function shows(name: string, className: string, addresses: readonly string[], options: Shown = {}): KubeObject {
  const { annotations, managedFields } = options;
  return ingress({
    name,
    host: `${name}.example`,
    className,
    metadata: {
      creationTimestamp: created,
      ...(annotations === undefined ? {} : { annotations }),
      ...(managedFields === undefined ? {} : { managedFields }),
    },
    status: addresses.map((ip) => ({ ip })),
  });
}

const many = (count: number, prefix: string, className: string, addresses: readonly string[], options?: Shown) =>
  Array.from({ length: count }, (_, index) => shows(`${prefix}-${index}`, className, addresses, options));
const patched = { managedFields: [writer("nginx", early, ["status"]), writer("kubectl-patch", late, ["class"])] };
const upgraded = { managedFields: [writer("nginx", early, ["status"]), writer("helm", late, ["class", "spec"])] };
const wrong = (name: string, mark = ""): string => `address/wrong-load-balancer${mark} Ingress shop/${name}`;

describe("addressWrongLoadBalancer", () => {
  test("names the odd one out, whose address it has, and who switched it when", async () => {
    const evaluation = await judge([
      ...many(20, "n", "nginx", [first]),
      ...many(20, "t", "traefik", [second]),
      shows("odd", "traefik", [first], patched),
      ...classes,
      ...rest,
    ]);
    expect(said(evaluation)).toEqual([wrong("odd")]);
    expect(evaluation.findings[0]).toMatchObject({
      should: `${second}, as the other Ingresses of class "traefik" show`,
      is:
        `shows ${first}, as 20 Ingresses of class "nginx" do; "kubectl-patch" set the class at ${late}, after "nginx" had ` +
        `written the status at ${early}`,
    });
    expect(evaluation.sources.flatMap(({ routes }) => routes).filter(({ state }) => state === "failing")).toHaveLength(
      1,
    );
  });

  test("needs no managedFields where the addresses tell", async () => {
    const given = [
      ...many(2, "n", "nginx", [first]),
      ...many(2, "t", "traefik", [second]),
      shows("odd", "traefik", [first]),
    ];
    const { findings } = await judge([...given, ...classes, ...rest]);
    expect(findings).toMatchObject([{ severity: "error", is: `shows ${first}, as 2 Ingresses of class "nginx" do` }]);
  });

  test("finds many that were switched together, though they vouch for each other", async () => {
    const given = [
      ...many(5, "n", "nginx", [first]),
      ...many(2, "t", "traefik", [second]),
      ...many(10, "odd", "traefik", [first], upgraded),
    ];
    const evaluation = await judge([...given, ...classes, ...rest]);
    expect(evaluation.findings).toHaveLength(10);
    for (const { rule, severity } of evaluation.findings) {
      expect([rule, severity]).toEqual(["address/wrong-load-balancer", "error"]);
    }
  });

  test("warns of the first Ingress of a class, if its class was surely set after its status", async () => {
    const given = [...many(3, "n", "nginx", [first]), shows("odd", "traefik", [first], patched)];
    expect(said(await judge([...given, ...classes, ...rest]))).toEqual([wrong("odd", " (warning)")]);
  });

  interface Case {
    readonly name: string;
    readonly given: readonly KubeObject[];
    readonly classes?: readonly KubeObject[];
    readonly want?: readonly string[];
  }
  test.each<Case>([
    {
      name: "a load balancer for each Ingress, as on GKE",
      given: Array.from(
        { length: 6 },
        (_, index) => shows(`g-${index}`, index % 2 ? "nginx" : "traefik", [`198.51.100.${index}`]),
      ),
    },
    {
      name: "an IngressGroup",
      given: [
        ...many(3, "n", "nginx", [first]),
        ...many(3, "t", "traefik", [second]),
        shows("grouped", "traefik", [first], { annotations: { "alb.ingress.kubernetes.io/group.name": "edge" } }),
      ],
    },
    {
      name: "several classes of one controller",
      given: [
        ...many(3, "n", "nginx", [first]),
        ...many(3, "i", "internal", [second]),
        shows("odd", "internal", [first]),
      ],
      classes: [
        { ...ingressClass("nginx"), spec: { controller: "k8s.io/ingress-nginx" } },
        { ...ingressClass("internal"), spec: { controller: "k8s.io/ingress-nginx" } },
      ],
    },
    {
      name: "one address in front of two controllers",
      given: [...many(3, "n", "nginx", [first]), ...many(3, "t", "traefik", [first])],
    },
    {
      name: "one address in front of two controllers, and every rule edited since",
      given: [...many(3, "n", "nginx", [first], upgraded), ...many(3, "t", "traefik", [first], upgraded)],
    },
    {
      name: "two addresses in front of two controllers",
      given: [
        ...many(2, "n", "nginx", [first]),
        ...many(2, "m", "nginx", [second]),
        ...many(2, "t", "traefik", [second]),
        shows("odd", "traefik", [first]),
      ],
    },
    {
      name: "a rule that was edited, with the address of its class",
      given: [...many(3, "n", "nginx", [first], upgraded), ...many(3, "t", "traefik", [second])],
    },
    {
      name: "one Ingress of a class, edited with its rules: the class may never have changed",
      given: [...many(3, "n", "nginx", [first]), shows("odd", "traefik", [first], upgraded)],
    },
    {
      name: "one Ingress on each side: nobody can tell which is odd",
      given: [
        shows("n-0", "nginx", [first]),
        shows("n-1", "nginx", [second]),
        shows("t-0", "traefik", [first]),
        shows("t-1", "traefik", [second]),
      ],
    },
    {
      name: "a class without an object: its controller is not known",
      given: [
        ...many(3, "n", "nginx", [first]),
        ...many(3, "t", "traefik", [second]),
        shows("odd", "traefik", [first]),
      ],
      classes: [ingressClass("nginx")],
    },
    {
      name: "a second address beside its own",
      given: [
        ...many(3, "n", "nginx", [first]),
        ...many(3, "t", "traefik", [second]),
        shows("both", "traefik", [second, first]),
      ],
    },
    {
      name: "an Ingress that is being deleted",
      given: [
        ...many(3, "n", "nginx", [first]),
        ...many(3, "t", "traefik", [second]),
        ingress({
          name: "odd",
          host: "odd.example",
          className: "traefik",
          metadata: { deletionTimestamp: late },
          status: [{ ip: first }],
        }),
      ],
    },
  ])("says nothing of $name", async ({ given, classes: known = classes, want = [] }) => {
    expect(said(await judge([...given, ...known, ...rest]))).toEqual(want);
  });

  test("could not tell without the classes, and only where there is a question", async () => {
    const healthy = [...many(3, "n", "nginx", [first]), ...many(3, "t", "traefik", [second])];
    const rules = async (given: readonly KubeObject[]): Promise<readonly string[]> =>
      said(await judge([...given, ...rest]));
    expect(await rules(healthy)).not.toContain("address/wrong-load-balancer? IngressClass *");
    expect(await rules([...healthy, shows("odd", "traefik", [first])])).toContain(
      "address/wrong-load-balancer? IngressClass *",
    );
  });
});

/** What the rule promises, in quadratic time and straight from its description. */
interface Plain {
  readonly name: string;
  readonly className: string;
  readonly addresses: readonly string[];
  readonly switched: "no" | "patch" | "helm";
}

function expected(all: readonly Plain[], controllers: Readonly<Record<string, string>>): readonly string[] {
  const publishing = all.filter(({ addresses }) => addresses.length > 0);
  const controllerOf = ({ className }: Plain): string | undefined => controllers[className];
  return publishing.flatMap((one) => {
    const others = publishing.filter((other) => other !== one);
    const vouching = one.switched === "no" ? others : others.filter(({ switched }) => switched === "no");
    const isSame = (other: Plain): boolean => controllerOf(other) === controllerOf(one);
    const isForeign = (other: Plain): boolean => controllerOf(other) !== undefined && !isSame(other);
    const show = (address: string) => ({ addresses }: Plain): boolean => addresses.includes(address);
    if (controllerOf(one) === undefined) return [];
    if (one.addresses.some((address) => vouching.filter(isSame).some(show(address)))) return [];
    if (!one.addresses.every((address) => others.filter(isForeign).some(show(address)))) return [];
    const foreignClasses = new Set(
      others.filter((other) => isForeign(other) && other.addresses.some((address) => one.addresses.includes(address)))
        .map(({ className }) => className),
    );
    const peers = vouching.filter(({ className }) => className === one.className);
    const shared = [...new Set(peers.flatMap(({ addresses }) => addresses))].filter((address) =>
      peers.filter(show(address)).length >= 2
    );
    const own = shared.filter((address) =>
      publishing.filter((other) => foreignClasses.has(other.className)).filter(show(address)).length < 2
    );
    if (own.length > 0) return [wrong(one.name)];
    return shared.length === 0 && one.switched === "patch" ? [wrong(one.name, " (warning)")] : [];
  });
}

test("addressWrongLoadBalancer agrees with brute force on random classes and addresses", async () => {
  const plain = fc.record({
    className: fc.constantFrom("a", "a", "b", "b", "c", "d"),
    addresses: fc.uniqueArray(fc.constantFrom("192.0.2.1", "192.0.2.2", "192.0.2.3"), { maxLength: 2 }),
    switched: fc.constantFrom("no" as const, "no" as const, "no" as const, "patch" as const, "helm" as const),
  });
  // "d" has no object; "a" and "b" may have one controller.
  const controllers = fc.constantFrom<Readonly<Record<string, string>>>(
    { a: "x", b: "y", c: "z" },
    { a: "x", b: "x", c: "z" },
  );
  let foundCount = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(plain, { minLength: 4, maxLength: 14 }), controllers, async (drawn, byClass) => {
      const all = drawn.map((one, index) => ({ ...one, name: `i-${index}` }));
      const options = { no: {}, patch: patched, helm: upgraded } as const;
      const evaluation = await judge([
        // There is always one Ingress, which shows nothing and is of no class that is drawn.
        ingress({ name: "quiet", className: "quiet", status: [] }),
        ...all.map((one) => shows(one.name, one.className, one.addresses, options[one.switched])),
        ...Object.entries({ ...byClass, quiet: "quiet" }).map(([name, controller]) => ({
          ...ingressClass(name),
          spec: { controller },
        })),
        ...rest,
      ]);
      const found = said(evaluation).filter((text) => text.startsWith("address/wrong-load-balancer"));
      foundCount += found.length;
      expect(found.toSorted()).toEqual(expected(all, byClass).toSorted());
    }),
    { numRuns: 600, seed: 20_261_122 },
  );
  // A property that never meets a fault would prove little.
  expect(foundCount).toBeGreaterThan(100);
});
