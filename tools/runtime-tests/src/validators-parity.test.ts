import { describeWithApiServer } from "@kubeschema-tools/apiserver";
import { compareKind, kinds, targetOf } from "@kubeschema-tools/parity";
import { expect, test } from "vitest";

const count = 300;
const seed = 36;

describeWithApiServer("our validators and the API server of Kubernetes 1.20", (getServer) => {
  test.each(kinds)(`agree on ${count} mutants of $name, fault by fault`, async (kind) => {
    const report = await compareKind(kind, getServer(), { count, seed });
    if (report === undefined) throw new Error("The old server has every kind");
    const target = targetOf(kind.name);
    expect(report.differences.filter(({ reason }) => reason === undefined).slice(0, 3)).toEqual([]);
    expect(report.sameVerdict / report.count).toBeGreaterThanOrEqual(target.sameVerdict);
    expect(report.sameFaults / report.count).toBeGreaterThanOrEqual(target.sameFaults);
    // A server that answers everything alike would prove nothing.
    const refused = report.count - report.accepted - report.undecodable;
    for (const part of [report.accepted, report.undecodable, refused]) expect(part).toBeGreaterThan(count / 20);
  });
}, { version: "1.20" });
