import {
  ingress,
  ingressClass,
  type IngressOptions,
  type KubeObject,
  service,
  slice,
  writer,
} from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { judge, said } from "../../testing/judge.ts";

const rest = [ingressClass("nginx"), ingressClass("other"), service(), slice()];
const [oldAddress, newAddress] = ["203.0.113.1", "203.0.113.2"];
const stale = ["address/stale (warning) Ingress shop/left"];

interface Timed {
  readonly createdAt?: string;
  readonly statusAt?: string;
  readonly address?: string;
  readonly more?: readonly object[];
  readonly annotations?: Readonly<Record<string, string>>;
}

function timed(name: string, times: Timed, options: IngressOptions = {}): KubeObject {
  const { createdAt = "2026-01-01T00:00:00Z", statusAt, address = newAddress, more = [], annotations = {} } = times;
  const managedFields = [...(statusAt === undefined ? [] : [writer("nginx", statusAt, ["status"])]), ...more];
  return ingress({
    name,
    host: `${name}.example`,
    metadata: { creationTimestamp: createdAt, managedFields, annotations },
    status: [{ ip: address }],
    ...options,
  });
}

/** Older than the status of the one that is left, and written again since. */
const moved = (count: number): readonly KubeObject[] =>
  Array.from({ length: count }, (_, index) => timed(`moved-${index}`, { statusAt: "2026-05-10T00:00:00Z" }));
const left = (times: Timed = {}, options: IngressOptions = {}): KubeObject =>
  timed("left", { statusAt: "2026-02-01T00:00:00Z", address: oldAddress, ...times }, options);
const patch = writer("kubectl-patch", "2026-05-20T00:00:00Z", ["class"]);
const upgrade = writer("helm", "2026-05-20T00:00:00Z", ["class", "spec"]);

describe("addressStale", () => {
  test("finds the one that was left behind when its class moved, and says since when", async () => {
    const evaluation = await judge([...moved(3), left(), ...rest]);
    expect(said(evaluation)).toEqual(stale);
    expect(evaluation.findings[0]).toMatchObject({
      should: `${newAddress}, as 3 other Ingresses of class "nginx" show`,
      is:
        `shows ${oldAddress}; "nginx" last wrote it at 2026-02-01T00:00:00Z, and the others have other addresses since ` +
        "2026-05-10T00:00:00Z",
    });
    expect(evaluation.sources[0]?.routes[0]?.state).toBe("ok");
  });

  test("says who switched the class, where that is the reason", async () => {
    const evaluation = await judge([
      timed("a", { statusAt: "2026-01-02T00:00:00Z" }),
      timed("b", { statusAt: "2026-01-02T00:00:00Z" }),
      left({ more: [patch] }),
      ...rest,
    ]);
    expect(said(evaluation)).toEqual(stale);
    expect(evaluation.findings[0]?.is).toContain('"kubectl-patch" set the class at 2026-05-20T00:00:00Z');
  });

  test("finds several that were left behind together", async () => {
    const { findings } = await judge([
      ...moved(5),
      left(),
      timed("left-too", {
        statusAt: "2026-02-02T00:00:00Z",
        address: oldAddress,
      }),
      ...rest,
    ]);
    expect(findings.map(({ object }) => object.name).toSorted()).toEqual(["left", "left-too"]);
  });

  interface Case {
    readonly name: string;
    readonly given: readonly KubeObject[];
  }
  test.each<Case>([
    {
      name: "a status that is older than an edit of the rules, with the address of its class",
      given: [...moved(3), timed("left", { statusAt: "2026-02-01T00:00:00Z", more: [upgrade] })],
    },
    {
      name: "time alone: the others got their address before",
      given: [1, 2, 3].map((n) => timed(`n-${n}`, { statusAt: "2026-01-02T00:00:00Z" })).concat(
        left({ more: [upgrade] }),
      ),
    },
    {
      name: "others that are younger: they never moved",
      given: [1, 2, 3].map((n) =>
        timed(`n-${n}`, { createdAt: "2026-03-01T00:00:00Z", statusAt: "2026-03-02T00:00:00Z" })
      )
        .concat(left()),
    },
    {
      name: "one of the others that did not move",
      given: [...moved(3), timed("stayed", { statusAt: "2026-01-02T00:00:00Z" }), left()],
    },
    {
      name: "another that has a newer address of its own: the class gives them on purpose",
      given: [...moved(3), left(), timed("own", { statusAt: "2026-05-30T00:00:00Z", address: "203.0.113.3" })],
    },
    {
      name: "a load balancer for each Ingress",
      given: [1, 2, 3, 4].map((n) =>
        timed(`n-${n}`, { statusAt: `2026-05-0${n}T00:00:00Z`, address: `203.0.113.${n}` })
      ),
    },
    {
      name: "an IngressGroup",
      given: [...moved(3), left({ annotations: { "alb.ingress.kubernetes.io/group.name": "x" } })],
    },
    {
      name: "a load balancer of its own that an annotation asks for",
      given: [...moved(3), left({ annotations: { "ingress.cilium.io/loadbalancer-mode": "dedicated" } })],
    },
    {
      name: "an address that another class shows",
      given: [
        ...moved(3),
        left(),
        timed("x", { statusAt: "2026-01-02T00:00:00Z", address: oldAddress }, { className: "other" }),
      ],
    },
    {
      name: "half of a class",
      given: [...moved(2), left(), timed("b", { statusAt: "2026-02-01T00:00:00Z", address: oldAddress })],
    },
    {
      name: "a class that moved a minute ago",
      given: [1, 2].map((n) => timed(`n-${n}`, { statusAt: "2026-05-31T23:59:00Z" })).concat(left()),
    },
    {
      name: "no managedFields",
      given: [1, 2, 3].map((n) => timed(`n-${n}`, {})).concat(timed("left", { address: oldAddress })),
    },
    {
      name: "one of the addresses that the others have",
      given: [...moved(3), left({}, { status: [{ ip: oldAddress }, { ip: newAddress }] })],
    },
  ])("says nothing of $name", async ({ given }) => {
    const found = said(await judge([...given, ...rest]));
    expect(found.filter((text) => text.startsWith("address/stale"))).toEqual([]);
  });
});
