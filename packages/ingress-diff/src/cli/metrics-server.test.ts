import { afterEach, expect, test } from "vitest";
import { type MetricsServer, startMetricsServer } from "./metrics-server.ts";

const host = "127.0.0.1";
const running: MetricsServer[] = [];
afterEach(() => {
  for (const server of running.splice(0)) server.close();
});

interface State {
  metrics?: string;
  troubles: readonly string[];
}

async function start(state: State): Promise<(path: string, method?: string) => Promise<Response>> {
  const server = await startMetricsServer({ host, port: 0 }, {
    metrics: () => state.metrics,
    troubles: () => state.troubles,
  });
  running.push(server);
  return (path, method = "GET") => fetch(`${server.url}${path}`, { method });
}

test("startMetricsServer() serves what there is at the time of each request", async () => {
  const state: State = { troubles: [] };
  const ask = await start(state);
  expect((await ask("/metrics")).status).toBe(503);
  state.metrics = "a 1\n";
  const response = await ask("/metrics?x=1");
  expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  expect(await response.text()).toBe("a 1\n");
  state.metrics = "a 2\n";
  expect(await (await ask("/metrics")).text()).toBe("a 2\n");
});

test("startMetricsServer() says on /healthz what is out of date", async () => {
  const state: State = { troubles: [] };
  const ask = await start(state);
  expect((await ask("/healthz")).status).toBe(200);
  state.troubles = ["services: connection refused"];
  const response = await ask("/healthz");
  expect(response.status).toBe(503);
  expect(await response.text()).toBe("services: connection refused\n");
});

test("startMetricsServer() answers nothing else", async () => {
  const ask = await start({ troubles: [], metrics: "a 1\n" });
  expect((await ask("/")).status).toBe(404);
  expect((await ask("/metrics", "POST")).status).toBe(405);
  const head = await ask("/metrics", "HEAD");
  expect([head.status, await head.text()]).toEqual([200, ""]);
});

test("startMetricsServer() says why it cannot listen", async () => {
  const server = await startMetricsServer({ host, port: 0 }, { metrics: () => "", troubles: () => [] });
  running.push(server);
  const port = Number(new URL(server.url).port);
  const source = { metrics: () => "", troubles: () => [] };
  await expect(startMetricsServer({ host, port }, source)).rejects.toMatchObject({
    name: "CommandError",
    message: `Cannot serve metrics on ${host}:${port}: the address is in use`,
  });
  // From the block for documentation, which no machine has.
  await expect(startMetricsServer({ host: "192.0.2.1", port: 0 }, source)).rejects.toThrow(
    "Cannot serve metrics on 192.0.2.1:0: this machine does not have the address",
  );
});
