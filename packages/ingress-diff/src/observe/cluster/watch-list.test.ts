import { ingress } from "@kubeschema-tools/clusters";
import { afterEach, describe, expect, test } from "vitest";
import {
  type FakeApiServer,
  type FakeRequest,
  type FakeWatch,
  startFakeApiServer,
  statusAnswer,
} from "../../testing/fake-api-server.ts";
import type { IngressObject } from "../cluster-view.ts";
import { readIngress } from "../read-ingress.ts";
import { type ApiClient, createApiClient } from "./api-client.ts";
import { type WatchedList, watchList } from "./watch-list.ts";

let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

interface Started {
  readonly watched: WatchedList<IngressObject>;
  readonly server: FakeApiServer;
  readonly client: ApiClient;
  readonly pausesMs: readonly number[];
  /** What was known of the list at each of these pauses. */
  readonly states: readonly string[];
  /** What was wrong at each of these pauses. */
  readonly troubles: readonly unknown[];
  /** The watches that were opened, with the version that each began with. */
  readonly watches: readonly (FakeWatch & { readonly from: string | null })[];
  /** Lets the next requests for a watch be refused with this status. */
  readonly refuseLists: (times: number) => void;
  readonly refuse: (status: number, times: number) => void;
}

const object = (name: string, resourceVersion: string, fields: object = {}): object => ({
  ...ingress({ name, metadata: { resourceVersion } as object, ...fields }),
});
const event = (type: string, name: string, resourceVersion: string): object => ({
  type,
  object: object(name, resourceVersion),
});

/** A server with one Ingress `web` at version 1, and at version 100 after the list was read again. */
async function start(): Promise<Started> {
  const watches: (FakeWatch & { readonly from: string | null })[] = [];
  const pausesMs: number[] = [];
  const troubles: unknown[] = [];
  const states: string[] = [];
  let listsRefused = 0;
  let refused = { status: 0, times: 0 };
  let listCount = 0;
  const server = await startFakeApiServer([], {
    script: ({ query }: FakeRequest) => {
      if (query.get("watch") === null) {
        if (listsRefused-- > 0) return statusAnswer(403, "not yet");
        const resourceVersion = listCount++ === 0 ? "1" : "100";
        return { body: { metadata: { resourceVersion }, items: [object("web", resourceVersion)] } };
      }
      if (refused.times-- > 0) return statusAnswer(refused.status, "refused");
      return {
        body: undefined,
        stream: (watch) => void watches.push({ ...watch, from: query.get("resourceVersion") }),
      };
    },
  });
  const controller = new AbortController();
  const client = createApiClient({ server: server.url, options: {}, timeoutMs: 60_000 });
  const watched = watchList({ client, mayServe: () => true }, "ingresses", {
    read: readIngress,
    onChange: () => {},
    signal: controller.signal,
    pause: async (ms) => {
      pausesMs.push(ms);
      troubles.push(watched.trouble()?.reason);
      states.push(watched.state().state);
    },
  });
  stop = async () => {
    controller.abort();
    await watched.done;
    client.close();
    await server.close();
  };
  const refuse = (status: number, times: number): void => {
    refused = { status, times };
  };
  const refuseLists = (times: number): void => {
    listsRefused = times;
  };
  return { refuseLists, watched, server, client, pausesMs, troubles, states, watches, refuse };
}

const namesOf = ({ watched }: Started): readonly string[] => watched.items().map(({ name }) => name);

async function watchNumber({ watches }: Started, count: number): Promise<FakeWatch & { readonly from: string | null }> {
  await expect.poll(() => watches.length).toBeGreaterThanOrEqual(count);
  const watch = watches[count - 1];
  if (watch === undefined) throw new Error("there is no such watch");
  return watch;
}

describe("watchList()", () => {
  test("applies events from where the list ended", async () => {
    const started = await start();
    const { send, from } = await watchNumber(started, 1);
    expect(from).toBe("1");
    expect(namesOf(started)).toEqual(["web"]);
    send(event("ADDED", "api", "2"));
    await expect.poll(() => namesOf(started)).toEqual(["web", "api"]);
    send({ type: "MODIFIED", object: object("web", "3", { className: "other" }) });
    await expect.poll(() => started.watched.items()[0]?.className).toBe("other");
    send(event("DELETED", "api", "4"));
    await expect.poll(() => namesOf(started)).toEqual(["web"]);
  });

  test.each([
    { name: "ends", by: (watch: FakeWatch) => watch.end() },
    { name: "breaks off in the middle of an event", by: (watch: FakeWatch) => watch.cut() },
  ])("goes on from the last bookmark when a watch $name", async ({ by }) => {
    const started = await start();
    const first = await watchNumber(started, 1);
    first.send(event("ADDED", "api", "2"));
    first.send({ type: "BOOKMARK", object: { metadata: { resourceVersion: "50" } } });
    await expect.poll(() => namesOf(started)).toContain("api");
    by(first);
    expect((await watchNumber(started, 2)).from).toBe("50");
    expect(namesOf(started)).toEqual(["web", "api"]);
    expect(started.pausesMs).toHaveLength(1);
  });

  test("begins again with a list after an ERROR event of code 410 in an answer of status 200", async () => {
    const started = await start();
    const first = await watchNumber(started, 1);
    first.send(event("ADDED", "gone-meanwhile", "2"));
    first.send({ type: "ERROR", object: { kind: "Status", code: 410, reason: "Expired", message: "too old" } });
    expect((await watchNumber(started, 2)).from).toBe("100");
    expect(namesOf(started)).toEqual(["web"]);
    expect(started.watched.state()).toEqual({ state: "observed" });
  });

  test("begins again with a list after an answer of status 410", async () => {
    const started = await start();
    const first = await watchNumber(started, 1);
    started.refuse(410, 1);
    first.end();
    expect((await watchNumber(started, 2)).from).toBe("100");
  });

  test("says what is wrong as long as a change would not be seen", async () => {
    const started = await start();
    const first = await watchNumber(started, 1);
    await expect.poll(() => started.watched.trouble()).toBeUndefined();
    first.cut();
    await watchNumber(started, 2);
    expect(started.troubles).toEqual(["broken"]);
    await expect.poll(() => started.watched.trouble()).toBeUndefined();
  });

  test.each([
    { refusals: 2, want: ["observed", "observed", "observed"] },
    { refusals: 3, want: ["observed", "observed", "observed", "forbidden"] },
  ])("believes a server that refuses what it allowed before at the third time: $refusals", async (given) => {
    const started = await start();
    const first = await watchNumber(started, 1);
    started.refuseLists(given.refusals);
    first.send({ type: "ERROR", object: { kind: "Status", code: 410, reason: "Expired", message: "too old" } });
    await watchNumber(started, 2);
    expect(started.states).toEqual(given.want);
    expect(started.watched.state()).toEqual({ state: "observed" });
    expect(namesOf(started)).toEqual(["web"]);
  });

  test("waits longer after each fault", async () => {
    const started = await start();
    const first = await watchNumber(started, 1);
    started.refuse(500, 4);
    first.end();
    await watchNumber(started, 2);
    const [, ...pauses] = started.pausesMs;
    expect(pauses).toHaveLength(4);
    for (const [index, pauseMs] of pauses.entries()) {
      expect(pauseMs).toBeGreaterThanOrEqual(500 * 2 ** index);
      expect(pauseMs).toBeLessThanOrEqual(1000 * 2 ** index);
    }
  });
});
