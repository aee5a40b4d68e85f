import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { describeWithApiServer } from "@kubeschema-tools/apiserver";
import type { JsonDriftReport, JsonIngressDrift } from "@kubeschema/ingress-diff";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createKubectl, type Kubectl, writeManifests } from "./ingress-diff-drift-kubectl.ts";
import { createDriftCase, type DriftCase } from "./ingress-diff-drift-mutations.ts";
import { type CommandResult, runBuilt } from "./run-command.ts";

/** All 500 and more with `KUBESCHEMA_DRIFT_CASES=500`; each takes kubectl a request or two. */
const caseCount = Number(process.env.KUBESCHEMA_DRIFT_CASES ?? "120");
/** kubectl stops at the first manifest that is refused, so these are compared one by one. */
const refusedLimit = 12;

const ingresses = "/apis/networking.k8s.io/v1/namespaces/default/ingresses";
const getAndList = [{ apiGroups: ["networking.k8s.io"], resources: ["ingresses"], verbs: ["get", "list"] }];

describeWithApiServer("ingress-diff diff compared with kubectl diff", (getServer) => {
  let folder: string;
  let kubectl: Kubectl;
  let reader: string;
  let cases: readonly DriftCase[];
  let result: CommandResult;
  let drifts: ReadonlyMap<string, JsonIngressDrift>;

  beforeAll(async () => {
    const server = getServer();
    folder = await mkdtemp(join(tmpdir(), "kubeschema-drift-"));
    kubectl = await createKubectl(server.kubeconfigPath, folder);
    reader = await server.addUser("reader", { rules: getAndList });
    cases = Array.from({ length: caseCount }, (_, index) => createDriftCase(index + 1, "default"));
    for (
      const [created, ...args] of [["apply", "apply"], ["create", "create"], ["server-side", "apply", "--server-side"]]
    ) {
      const some = cases.filter((one) => one.created === created);
      await writeManifests(join(folder, `${created}`), some.map(({ name, initial }) => ({ name, manifest: initial })));
      const { code, stderr } = await kubectl.run(...args, "-f", join(folder, `${created}`));
      if (code !== 0) throw new Error(`Cannot ${created}: ${stderr}`);
    }
    for (const { name, liveEdits } of cases) {
      for (const edit of liveEdits) {
        const { status, body } = await server.request("PATCH", `${ingresses}/${name}?fieldManager=ops`, edit);
        if (status !== 200) throw new Error(`Cannot edit ${name}: ${status} ${JSON.stringify(body)}`);
      }
    }
    await writeManifests(join(folder, "manifests"), cases);
    result = await runBuilt("ingress-diff", [
      "diff",
      "--kubeconfig",
      reader,
      "-f",
      join(folder, "manifests"),
      "-o",
      "json",
    ]);
    drifts = new Map(readDrift(result).ingresses.map((drift) => [drift.name, drift]));
  }, 600_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The description of a case, for reading a failure. */
  function tell(names: Iterable<string>): readonly string[] {
    const wanted = new Set(names);
    return cases.filter(({ name }) => wanted.has(name)).map(({ name, story }) => `${name}: ${story}`);
  }

  test("compares every manifest, with only get and list", () => {
    const { observed, issues } = readDrift(result);
    expect({ stderr: result.stderr, issues }).toEqual({ stderr: "", issues: [] });
    expect(drifts.size).toBe(caseCount);
    expect([...drifts.values()].filter(({ verdict }) => verdict === "unknown" || verdict === "new")).toEqual([]);
    // Discovery, version, and pages of 500.
    expect(observed.requests).toBeLessThanOrEqual(2 + Math.ceil(caseCount / 500));
  });

  test("says changed exactly where kubectl diff does, as administrator", async () => {
    const accepted = cases.filter(({ name }) => drifts.get(name)?.verdict !== "refused");
    const ours = accepted.filter(({ name }) => drifts.get(name)?.verdict === "changed").map(({ name }) => name);
    const theirs = await kubectl.diff(accepted);
    expect({
      onlyOurs: tell(ours.filter((name) => !theirs.has(name))),
      onlyTheirs: tell([...theirs].filter((name) => !ours.includes(name))),
    }).toEqual({ onlyOurs: [], onlyTheirs: [] });
    // Otherwise the mutations would prove nothing.
    expect(ours.length).toBeGreaterThan(accepted.length / 4);
    expect(ours.length).toBeLessThan(accepted.length * 3 / 4);
  }, 600_000);

  test("refuses what kubectl diff cannot compare", async () => {
    const refused = cases.filter(({ name }) => drifts.get(name)?.verdict === "refused");
    expect(refused.length).toBeGreaterThan(0);
    for (const one of refused.slice(0, refusedLimit)) {
      await expect(kubectl.diff([one]), one.story).rejects.toThrow("kubectl diff failed");
    }
  }, 600_000);

  test("names the manager of what was edited", async () => {
    const edits = cases.filter(({ liveEdits }) => JSON.stringify(liveEdits).includes('"app":"edited"'));
    const change = edits
      .flatMap(({ name }) => drifts.get(name)?.changes ?? [])
      .find(({ fieldPath, manifest }) => fieldPath === '.metadata.labels["app"]' && manifest === "web");
    expect(change).toMatchObject({ live: "edited", applies: true });
    expect(change?.owners.map(({ manager }) => manager)).toContain("ops");
    expect(change?.owners.find(({ manager }) => manager === "ops")?.time).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  test.each([
    { verbs: ["get"], state: "known" },
    { verbs: ["list"], state: "known" },
    { verbs: ["watch"], state: "unknown" },
  ])("is $state to a user with $verbs, and never calls forbidden missing", async ({ verbs, state }) => {
    const rules = [{ apiGroups: ["networking.k8s.io"], resources: ["ingresses"], verbs }];
    const kubeconfig = await getServer().addUser(`only-${verbs[0]}`, { rules });
    const [few, many] = [cases.slice(0, 2), cases.slice(0, 12)];
    for (const some of [few, many]) {
      const at = join(folder, `${verbs[0]}-${some.length}`);
      await writeManifests(at, some);
      const run = await runBuilt("ingress-diff", ["diff", "--kubeconfig", kubeconfig, "-f", at, "-o", "json"]);
      const found = readDrift(run).ingresses;
      if (state === "unknown") {
        expect(run.code).toBe(2);
        expect(
          found.every(({ verdict, problem }) =>
            verdict === "refused" || (verdict === "unknown" && problem?.message.includes("403 Forbidden") === true)
          ),
        ).toBe(true);
        expect(found.find(({ problem }) => problem !== null)?.problem?.fix).toContain('"verbs":["get"]');
      } else {
        expect(found.map(({ name, verdict }) => [name, verdict])).toEqual(
          found.map(({ name }) => [name, drifts.get(name)?.verdict]),
        );
      }
    }
  });
});

function readDrift({ code, stdout, stderr }: CommandResult): JsonDriftReport {
  try {
    return JSON.parse(stdout) as JsonDriftReport; // the tests then check what they need
  } catch (cause) {
    throw new SyntaxError(`Cannot read the report: exit code ${code}, stdout ${stdout}, stderr ${stderr}`, { cause });
  }
}
