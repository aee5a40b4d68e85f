import { afterEach, describe, expect, test } from "vitest";
import { type FakeApiServer, type Script, startFakeApiServer, statusAnswer } from "../../testing/fake-api-server.ts";
import { type ApiClient, type Connection, createApiClient, type Pacing } from "./api-client.ts";

let servers: FakeApiServer[] = [];
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

async function connect(
  script: Script,
  connection: Partial<Connection> = {},
  pacing: Pacing = {},
): Promise<{ readonly client: ApiClient; readonly server: FakeApiServer }> {
  const server = await startFakeApiServer([], { script });
  servers.push(server);
  const client = createApiClient({ server: server.url, options: {}, timeoutMs: 60_000, ...connection }, pacing);
  return { client, server };
}

const ok = { body: { kind: "List", items: [] } };
const isAllowed = (authorization: string | undefined): boolean => authorization === "Bearer fresh";

describe("createApiClient()", () => {
  test("gets new credentials once for all requests that are refused, and sends them again", async () => {
    let renewedCount = 0;
    const { client, server } = await connect(
      ({ headers }) => isAllowed(headers.authorization) ? ok : statusAnswer(401, "expired"),
      {
        options: { headers: { Authorization: "Bearer stale" } },
        renew: async () => {
          renewedCount++;
          return { headers: { Authorization: "Bearer fresh" } };
        },
      },
    );
    const answers = await Promise.all(["/a", "/b", "/c"].map((path) => client.get(path)));
    expect(answers).toHaveLength(3);
    expect(renewedCount).toBe(1);
    expect(server.requests).toHaveLength(6);
    expect(client.requestCount()).toBe(6);
  });

  test("says 401 where new credentials are no better", async () => {
    let renewedCount = 0;
    const { client, server } = await connect(() => statusAnswer(401, "no"), {
      renew: async () => {
        renewedCount++;
        return { headers: {} };
      },
    });
    await expect(client.get("/a")).rejects.toMatchObject({ reason: 401 });
    await expect(client.get("/a")).rejects.toMatchObject({ reason: 401 });
    expect(renewedCount).toBe(1);
    expect(server.requests).toHaveLength(3);
  });

  test("gets new credentials again when they expire again", async () => {
    let current = 0;
    const { client } = await connect(
      ({ headers }) => headers.authorization === `Bearer ${current}` ? ok : statusAnswer(401, "expired"),
      { renew: async () => ({ headers: { Authorization: `Bearer ${current}` } }) },
    );
    for (current of [1, 2, 3]) await expect(client.get("/a")).resolves.toMatchObject({ kind: "List" });
  });

  test("waits as long as the server asks, and not less", async () => {
    const pausesMs: number[] = [];
    const { client } = await connect(
      ({ earlierCount }) =>
        earlierCount > 0 ? ok : { ...statusAnswer(429, "too many"), headers: { "retry-after": "3" } },
      {},
      { pause: async (ms) => void pausesMs.push(ms) },
    );
    await client.get("/a");
    expect(pausesMs).toEqual([3000]);
  });

  test("gives up at once if there is no time to wait, and says so", async () => {
    const { client, server } = await connect(() => ({
      ...statusAnswer(429, "too many requests"),
      headers: { "retry-after": "90" },
    }));
    await expect(client.get("/a")).rejects.toThrow(
      "too many requests; no time for another try within 60 s (the server asks to wait 90 s)",
    );
    expect(server.requests).toHaveLength(1);
  });

  test("says how often it tried", async () => {
    const { client, server } = await connect(() => statusAnswer(503, "no backend"), {}, { pause: async () => {} });
    await expect(client.get("/a")).rejects.toThrow("no backend, after 6 tries");
    expect(server.requests).toHaveLength(6);
  });

  test("really waits between tries", async () => {
    const { client } = await connect(({ earlierCount }) => earlierCount > 0 ? ok : statusAnswer(503, "no"), {}, {
      random: () => 0,
    });
    await expect(client.get("/a")).resolves.toMatchObject({ kind: "List" });
  });

  test("counts the wait for a slow answer", async () => {
    const slow = { ...ok, delayMs: 50 };
    const { client } = await connect(() => slow);
    await expect(client.get("/a")).resolves.toMatchObject({ kind: "List" });
    const hasty = await connect(() => ({ ...ok, delayMs: 2_000 }), { timeoutMs: 50 });
    await expect(hasty.client.get("/a")).rejects.toThrow("no complete answer within 0.05 s");
  });

  test("sends no more than six requests at a time", async () => {
    let openCount = 0;
    let mostCount = 0;
    const { client, server } = await connect(() => {
      mostCount = Math.max(mostCount, ++openCount);
      setTimeout(() => openCount--, 20);
      return { ...ok, delayMs: 25 };
    });
    await Promise.all(Array.from({ length: 30 }, (_, index) => client.get(`/${index}`)));
    expect(server.requests).toHaveLength(30);
    expect(mostCount).toBeLessThanOrEqual(6);
    expect(mostCount).toBeGreaterThan(1);
  });

  test("does not wait for a server that has never answered", async () => {
    const { client, server } = await connect(() => ok, {}, { pause: () => Promise.reject(new Error("it waited")) });
    await server.close();
    servers = [];
    await expect(client.get("/a")).rejects.toMatchObject({ reason: "connection" });
  });
});
