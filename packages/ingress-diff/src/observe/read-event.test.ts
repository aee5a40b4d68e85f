import { warningEvent } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import type { EventObject } from "./cluster-view.ts";
import { latestEvents, readEvent } from "./read-event.ts";

describe("readEvent()", () => {
  test("reads the form of v1", () => {
    const event = warningEvent("web", { uid: "u-1", count: 4, message: "m" });
    expect(readEvent(event)).toEqual({
      kind: "Ingress",
      namespace: "shop",
      name: "web",
      uid: "u-1",
      reason: "FailedBuildModel",
      message: "m",
      count: 4,
      lastSeenAt: "2026-05-31T23:50:00Z",
    });
  });

  test("reads the form of events.k8s.io/v1, with a series or with the fields of older clients", () => {
    const regarding = { apiVersion: "networking.k8s.io/v1", kind: "Ingress", namespace: "shop", name: "web" };
    const event = { type: "Warning", regarding, reason: "R", note: "n", eventTime: "2026-05-31T23:00:00.000000Z" };
    const read = { kind: "Ingress", namespace: "shop", name: "web", reason: "R", message: "n" };
    expect(readEvent(event)).toEqual({ ...read, count: 1, lastSeenAt: "2026-05-31T23:00:00.000000Z" });
    const series = { count: 9, lastObservedTime: "2026-05-31T23:30:00.000000Z" };
    expect(readEvent({ ...event, series })).toEqual({ ...read, count: 9, lastSeenAt: series.lastObservedTime });
    const deprecated = { deprecatedCount: 3, deprecatedLastTimestamp: "2026-05-31T23:20:00Z" };
    expect(readEvent({ ...event, eventTime: null, ...deprecated })).toEqual({
      ...read,
      count: 3,
      lastSeenAt: "2026-05-31T23:20:00Z",
    });
  });

  test.each([
    { name: "a normal event", given: warningEvent("web", { type: "Normal" }) },
    { name: "a Pod", given: warningEvent("web", { kind: "Pod" }) },
    {
      name: "a Service of Knative",
      given: {
        type: "Warning",
        involvedObject: { apiVersion: "serving.knative.dev/v1", kind: "Service", name: "web" },
      },
    },
    {
      name: "an Ingress of OpenShift",
      given: {
        type: "Warning",
        involvedObject: { apiVersion: "config.openshift.io/v1", kind: "Ingress", name: "web" },
      },
    },
    { name: "nothing", given: { type: "Warning" } },
  ])("drops $name", ({ given }) => {
    expect(readEvent(given)).toBeUndefined();
  });

  test("cuts a message that is longer than anyone reads", () => {
    expect(readEvent(warningEvent("web", { message: "x".repeat(5_000) }))?.message).toHaveLength(500);
  });
});

describe("latestEvents()", () => {
  const event = (fields: Partial<EventObject>): EventObject => ({
    kind: "Ingress",
    namespace: "shop",
    name: "web",
    reason: "R",
    message: "m",
    count: 1,
    ...fields,
  });

  test("keeps the latest of each object and reason, whatever the order, and adds the counts", () => {
    const events = [
      event({ message: "new", lastSeenAt: "2026-05-31T23:50:00Z", count: 2 }),
      event({ message: "old", lastSeenAt: "2026-05-31T23:40:00Z", count: 5 }),
      event({ message: "no time" }),
      event({ reason: "S" }),
      event({ uid: "u-2" }),
    ];
    const want = [
      { message: "new", count: 8, reason: "R" },
      { message: "m", count: 1, reason: "S" },
      { uid: "u-2", count: 1, reason: "R" },
    ];
    expect(latestEvents(events)).toMatchObject(want);
    expect(latestEvents(events.toReversed())).toEqual(latestEvents(events));
  });
});
