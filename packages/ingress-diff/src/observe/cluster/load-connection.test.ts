import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadConnection } from "./load-connection.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ingress-diff-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, content: string | object): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

function config(name: string, fields: object = {}): object {
  return {
    apiVersion: "v1",
    kind: "Config",
    "current-context": name,
    clusters: [{ name, cluster: { server: `https://${name}.example:6443` } }],
    users: [{ name, user: { token: "sesame" } }],
    contexts: [{ name, context: { cluster: name, user: name, namespace: `${name}-ns` } }],
    ...fields,
  };
}

const options = (fields: object): Parameters<typeof loadConnection>[0] => ({ timeoutMs: 1000, env: {}, ...fields });

describe("loadConnection()", () => {
  test("reads server, namespace and token of the current context", async () => {
    const connection = await loadConnection(options({ kubeconfig: await write("one", config("one")) }));
    expect(connection).toMatchObject({
      server: "https://one.example:6443",
      context: "one",
      namespace: "one-ns",
      options: { headers: { Authorization: "Bearer sesame" } },
    });
  });

  test("merges the files of KUBECONFIG as kubectl does: the first to name something wins", async () => {
    const other = config("two", { clusters: [{ name: "one", cluster: { server: "https://never.example" } }] });
    const paths = [await write("one", config("one")), join(folder, "absent"), await write("two", other)];
    const env = { KUBECONFIG: paths.join(delimiter) };
    expect(await loadConnection(options({ env }))).toMatchObject({ server: "https://one.example:6443" });
    await expect(loadConnection(options({ env, context: "two" }))).rejects.toThrow('no cluster "two"');
  });

  test("reads a context without a user, with its server's certificates", async () => {
    const authority = { "certificate-authority-data": btoa("pem") };
    const kubeconfig = await write(
      "anonymous",
      config("one", {
        clusters: [{ name: "one", cluster: { server: "https://one.example", ...authority } }],
        users: [],
        contexts: [{ name: "one", context: { cluster: "one", user: "" } }],
      }),
    );
    const { options: requestOptions, namespace } = await loadConnection(options({ kubeconfig }));
    expect(String(requestOptions.ca)).toBe("pem");
    expect(namespace).toBe("default");
  });

  test("takes plain HTTP, as kubectl proxy serves it", async () => {
    const clusters = [{ name: "one", cluster: { server: "http://127.0.0.1:8001" } }];
    const kubeconfig = await write("proxy", config("one", { clusters }));
    expect(await loadConnection(options({ kubeconfig }))).toMatchObject({ server: "http://127.0.0.1:8001" });
  });

  test("runs a credential plug-in, and says so when it fails", async () => {
    const plugin = (script: string): object =>
      config("one", {
        users: [{
          name: "one",
          user: {
            exec: { apiVersion: "client.authentication.k8s.io/v1", command: process.execPath, args: ["-e", script] },
          },
        }],
      });
    const works = await write("exec", plugin('console.log(JSON.stringify({ status: { token: "fresh" } }))'));
    expect((await loadConnection(options({ kubeconfig: works }))).options.headers).toEqual({
      Authorization: "Bearer fresh",
    });
    const fails = await write("exec-fails", plugin('console.error("login expired"); process.exit(1)'));
    await expect(loadConnection(options({ kubeconfig: fails }))).rejects.toThrow(
      'Cannot get the credentials of context "one": login expired',
    );
  });

  test.each([
    { name: "a file that is not there", content: undefined, want: "there is no such file" },
    { name: "a file that is not YAML", content: "users:\n- name: a\n  user: {token: sesame\n", want: "not YAML, line" },
    { name: "a file that is something else", content: "hello", want: /kubeconfig/ },
    { name: "an empty file", content: "", want: /kubeconfig/ },
    {
      name: "no current context",
      content: config("one", { "current-context": "" }),
      want: 'none is current, the kubeconfig has "one"',
    },
    {
      name: "a context without its cluster",
      content: config("one", { clusters: [] }),
      want: 'the kubeconfig has no cluster "one"',
    },
  ])("throws an ObservationError for $name, without a token in it", async ({ content, want }) => {
    const kubeconfig = content === undefined ? join(folder, "nope") : await write("bad", content);
    const failure: unknown = await loadConnection(options({ kubeconfig })).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "ObservationError", message: expect.stringMatching(want) });
    expect(failure instanceof Error ? `${failure.stack}${String(failure.cause)}` : "").not.toContain("sesame");
  });

  test("names the contexts there are when one is unknown", async () => {
    const kubeconfig = await write("one", config("one"));
    await expect(loadConnection(options({ kubeconfig, context: "nowhere" }))).rejects.toThrow(
      'Cannot find context "nowhere": the kubeconfig has "one"',
    );
  });
});
