import { ingress, ingressClass, type IngressOptions, service, slice, writer } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { judge, said } from "../../testing/judge.ts";

const rest = [ingressClass("nginx"), ingressClass("internal"), service(), slice()];
const other = ingress({ name: "other", host: "other.example" });

function late(options: IngressOptions = {}): ReturnType<typeof ingress> {
  return ingress({ name: "late", host: "late.example", status: [], ...options });
}

describe("addressPending", () => {
  test("an old Ingress without an address is at fault if others of its class have one", async () => {
    const evaluation = await judge([other, late(), ...rest]);
    expect(said(evaluation)).toEqual(["address/pending Ingress shop/late"]);
    expect(evaluation.findings[0]?.is).toBe("has no address 31 days after it was created");
    expect(evaluation.findings[0]?.should).toBe('an address, as 1 of 2 Ingresses of class "nginx" have');
  });

  test.each([
    { name: "four minutes old", createdAt: "2026-05-31T23:56:00Z", want: [] },
    { name: "six minutes old", createdAt: "2026-05-31T23:54:00Z", want: ["address/pending Ingress shop/late"] },
    { name: "made after the time of the report", createdAt: "2026-06-02T00:00:00Z", want: [] },
  ])("an Ingress $name", async ({ createdAt, want }) => {
    const given = [other, late({ metadata: { creationTimestamp: createdAt } }), ...rest];
    expect(said(await judge(given))).toEqual(want);
  });

  test("a class that never publishes an address is one note, not one error per Ingress", async () => {
    const internal = [1, 2, 3].map((index) =>
      late({ name: `late-${index}`, host: `${index}.example`, className: "internal" })
    );
    const evaluation = await judge([other, ...internal, ...rest]);
    expect(said(evaluation)).toEqual(["address/pending? (note) IngressClass internal"]);
    expect(evaluation.findings[0]?.consequences).toHaveLength(3);
    expect(evaluation.sources.flatMap(({ routes }) => routes).every(({ state }) => state === "ok")).toBe(true);
  });

  test("classes are distinguished by name, whether field or annotation names them", async () => {
    const metadata = { annotations: { "kubernetes.io/ingress.class": "nginx" } };
    const given = [other, late({ className: null, metadata: { ...metadata } }), ...rest];
    expect(said(await judge(given))).toEqual([
      "address/pending Ingress shop/late",
      "class/annotation-deprecated (note) IngressClass nginx",
    ]);
  });

  describe("of a class whose time to address is known", () => {
    const at = (time: string) => ({ metadata: { creationTimestamp: time } });
    // Created at midnight, and given an address so many seconds later.
    const peers = (...seconds: readonly number[]) =>
      seconds.map((delay, index) =>
        ingress({
          name: `peer-${index}`,
          host: `peer-${index}.example`,
          metadata: {
            managedFields: [
              writer("nginx", new Date(Date.parse("2026-05-01T00:00:00Z") + delay * 1000).toISOString(), ["status"]),
            ],
          },
        })
      );

    test.each([
      {
        name: "seconds: three minutes are too long",
        delays: [10, 20, 30],
        created: "2026-05-31T23:57:00Z",
        isLate: true,
      },
      { name: "seconds: one minute is not", delays: [10, 20, 30], created: "2026-05-31T23:59:00Z", isLate: false },
      {
        name: "eight minutes: twenty are not too long",
        delays: [480, 480, 480],
        created: "2026-05-31T23:40:00Z",
        isLate: false,
      },
      { name: "eight minutes: thirty are", delays: [480, 480, 480], created: "2026-05-31T23:30:00Z", isLate: true },
      {
        name: "days, as after a move: counts as not known",
        delays: [864_000, 864_000, 864_000],
        created: "2026-05-31T23:54:00Z",
        isLate: true,
      },
      { name: "seconds, of two Ingresses only", delays: [10, 10], created: "2026-05-31T23:57:00Z", isLate: false },
    ])("$name", async ({ delays, created, isLate }) => {
      const evaluation = await judge([...peers(...delays), late(at(created)), ...rest]);
      expect(said(evaluation)).toEqual(isLate ? ["address/pending Ingress shop/late"] : []);
    });

    test("says what is usual", async () => {
      const { findings } = await judge([...peers(10, 20, 30), late(at("2026-05-31T23:50:00Z")), ...rest]);
      expect(findings[0]).toMatchObject({
        should: 'an address, as 3 of 4 Ingresses of class "nginx" have, usually within 30 seconds',
        is: "has no address 10 minutes after it was created",
      });
    });
  });

  test("a class that was just switched begins again, and later it is said who did", async () => {
    const switched = (time: string) => {
      const managedFields = [
        writer("old", "2026-05-02T00:00:00Z", ["status"]),
        writer("kubectl-patch", time, ["class"]),
      ];
      return [other, late({ metadata: { managedFields } }), ...rest];
    };
    expect(said(await judge(switched("2026-05-31T23:58:00Z")))).toEqual([]);
    const { findings } = await judge(switched("2026-05-31T22:00:00Z"));
    expect(findings.map(({ is }) => is)).toEqual([
      'has no address 2 hours after "kubectl-patch" set the class; "old" last wrote the status, at 2026-05-02T00:00:00Z',
    ]);
  });

  test("an address from before the class was set does not show that the class publishes any", async () => {
    const managedFields = [
      writer("nginx", "2026-05-02T00:00:00Z", ["status"]),
      writer("kubectl-patch", "2026-05-20T00:00:00Z", ["class"]),
    ];
    const moved = ingress({ name: "moved", host: "moved.example", className: "internal", metadata: { managedFields } });
    const evaluation = await judge([other, moved, late({ className: "internal" }), ...rest]);
    expect(said(evaluation)).toEqual([
      "address/wrong-load-balancer (warning) Ingress shop/moved",
      "address/pending? (note) IngressClass internal",
    ]);
    expect(evaluation.findings[1]?.is).toBe('none of the Ingresses of class "internal" has an address from it');
  });

  test("an Ingress that is being deleted is not judged", async () => {
    const given = [other, late({ metadata: { deletionTimestamp: "2026-05-31T00:00:00Z" } }), ...rest];
    expect(said(await judge(given))).toEqual([]);
  });
});
