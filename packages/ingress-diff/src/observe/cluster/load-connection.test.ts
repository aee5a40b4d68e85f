import { delimiter, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createKubeconfigFolder, kubeconfigNamed } from "../../testing/kubeconfig-folder.ts";
import { loadConnection } from "./load-connection.ts";

const { path: folder, write, remove } = createKubeconfigFolder();
afterAll(remove);

const options = (fields: object): Parameters<typeof loadConnection>[0] => ({ timeoutMs: 1000, env: {}, ...fields });

describe("loadConnection()", () => {
  test("reads server, namespace and token of the current context", async () => {
    const connection = await loadConnection(options({ kubeconfig: await write("one", kubeconfigNamed("one")) }));
    expect(connection).toMatchObject({
      server: "https://one.example:6443",
      context: "one",
      namespace: "one-ns",
      options: { headers: { Authorization: "Bearer sesame" } },
    });
  });

  test("merges the files of KUBECONFIG as kubectl does: the first to name something wins", async () => {
    const other = kubeconfigNamed("two", { clusters: [{ name: "one", cluster: { server: "https://never.example" } }] });
    const paths = [await write("one", kubeconfigNamed("one")), join(folder, "absent"), await write("two", other)];
    const env = { KUBECONFIG: paths.join(delimiter) };
    expect(await loadConnection(options({ env }))).toMatchObject({ server: "https://one.example:6443" });
    await expect(loadConnection(options({ env, context: "two" }))).rejects.toThrow('no cluster "two"');
  });

  test("reads a context without a user, with its server's certificates", async () => {
    const authority = { "certificate-authority-data": btoa("pem") };
    const kubeconfig = await write(
      "anonymous",
      kubeconfigNamed("one", {
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
    const kubeconfig = await write("proxy", kubeconfigNamed("one", { clusters }));
    expect(await loadConnection(options({ kubeconfig }))).toMatchObject({ server: "http://127.0.0.1:8001" });
  });

  test("lets flags override context, cluster, user and server, by kubectl's rules", async () => {
    const two = kubeconfigNamed("two", {
      clusters: [{ name: "two", cluster: { server: "https://two.example", "tls-server-name": "inner.example" } }],
      users: [{ name: "two", user: { username: "jane", password: "sesame" } }],
    });
    const env = { KUBECONFIG: [await write("one", kubeconfigNamed("one")), await write("two", two)].join(delimiter) };
    const load = (flags: object): ReturnType<typeof loadConnection> => loadConnection(options({ env, ...flags }));

    expect(await load({ cluster: "two" })).toMatchObject({
      server: "https://two.example",
      context: "one",
      options: { servername: "inner.example", headers: { Authorization: "Bearer sesame" } },
    });
    const asJane = await load({ user: "two" });
    expect(asJane.options.auth).toBe("jane:sesame");
    expect(asJane.options.headers).not.toHaveProperty("Authorization");
    // The name was for the other server's certificate.
    const elsewhere = await load({ context: "two", server: "https://three.example" });
    expect(elsewhere.server).toBe("https://three.example");
    expect(elsewhere.options.servername).toBeUndefined();
    expect((await load({ token: "other" })).options.headers).toEqual({ Authorization: "Bearer other" });
    expect((await load({ tlsServerName: "x.example" })).options.servername).toBe("x.example");
    await expect(load({ cluster: "nope" })).rejects.toThrow(
      'Cannot use cluster "nope": the kubeconfig has "one", "two"',
    );
    await expect(load({ user: "nope" })).rejects.toThrow('Cannot use user "nope": the kubeconfig has "one", "two"');
  });

  test("forgets the authority where it shall not look at certificates", async () => {
    const authority = { server: "https://one.example", "certificate-authority-data": btoa("pem") };
    const kubeconfig = await write("ca", kubeconfigNamed("one", { clusters: [{ name: "one", cluster: authority }] }));
    const { options: insecure } = await loadConnection(options({ kubeconfig, isInsecure: true }));
    expect({ ca: insecure.ca, rejectUnauthorized: insecure.rejectUnauthorized }).toEqual({ rejectUnauthorized: false });
    const certificateAuthority = await write("other-ca", "other pem");
    const { options: other } = await loadConnection(options({ kubeconfig, certificateAuthority }));
    expect(String(other.ca)).toBe("other pem");
  });

  test("does without a kubeconfig where --server says where to go", async () => {
    const env = { HOME: join(folder, "nobody") };
    const connection = await loadConnection(options({ env, server: "https://bare.example", token: "t" }));
    expect(connection).toMatchObject({ server: "https://bare.example", context: "", namespace: "default" });
    expect(connection.options.headers).toEqual({ Authorization: "Bearer t" });
  });

  test("uses the service account of its pod where there is no kubeconfig", async () => {
    await write("ca.crt", "pod pem");
    await write("token", "pod token");
    await write("namespace", "team-a");
    const env = { HOME: join(folder, "nobody"), KUBERNETES_SERVICE_HOST: "fd00::1", KUBERNETES_SERVICE_PORT: "6443" };
    const connection = await loadConnection(options({ env, serviceAccountFolder: folder }));
    expect(connection).toMatchObject({ server: "https://[fd00::1]:6443", context: "in-cluster", namespace: "team-a" });
    expect(connection.options.headers).toEqual({ Authorization: "Bearer pod token" });
    expect(String(connection.options.ca)).toBe("pod pem");
  });

  test("goes through the proxy of the kubeconfig, else of the environment", async () => {
    const proxyOf = async (cluster: object, env: object): Promise<unknown> => {
      const clusters = [{ name: "one", cluster: { server: "https://one.example", ...cluster } }];
      const kubeconfig = await write("proxied", kubeconfigNamed("one", { clusters }));
      const { agent } = (await loadConnection(options({ kubeconfig, env }))).options;
      return agent && typeof agent === "object" && "proxy" in agent ? String(agent.proxy) : undefined;
    };
    const env = { HTTPS_PROXY: "http://env.example:1" };
    expect(await proxyOf({}, {})).toBeUndefined();
    expect(await proxyOf({}, env)).toBe("http://env.example:1/");
    expect(await proxyOf({ "proxy-url": "http://file.example:2" }, env)).toBe("http://file.example:2/");
    expect(await proxyOf({}, { ...env, NO_PROXY: "example" })).toBeUndefined();
  });

  test.each([
    { name: "a file that is not there", content: undefined, want: "there is no such file" },
    { name: "a file that is not YAML", content: "users:\n- name: a\n  user: {token: sesame\n", want: "not YAML, line" },
    { name: "a file that is something else", content: "hello", want: /kubeconfig/ },
    { name: "an empty file", content: "", want: /kubeconfig/ },
    {
      name: "no current context",
      content: kubeconfigNamed("one", { "current-context": "" }),
      want: 'none is current, the kubeconfig has "one"',
    },
    {
      name: "a context without its cluster",
      content: kubeconfigNamed("one", { clusters: [] }),
      want: 'the kubeconfig has no cluster "one"',
    },
  ])("throws an ObservationError for $name, without a token in it", async ({ content, want }) => {
    const kubeconfig = content === undefined ? join(folder, "nope") : await write("bad", content);
    const failure: unknown = await loadConnection(options({ kubeconfig })).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "ObservationError", message: expect.stringMatching(want) });
    expect(failure instanceof Error ? `${failure.stack}${String(failure.cause)}` : "").not.toContain("sesame");
  });

  test("takes the context at a place of those sorted by name, and says how many there are", async () => {
    const names = ["west", "east", "north"];
    const clusters = names.map((name) => ({ name, cluster: { server: `https://${name}.example` } }));
    const contexts = names.map((name) => ({ name, context: { cluster: name, user: "west" } }));
    const kubeconfig = await write("fleet", kubeconfigNamed("west", { clusters, contexts }));
    const found = await Promise.all(
      [0, 1, 2].map(async (contextIndex) => (await loadConnection(options({ kubeconfig, contextIndex }))).context),
    );
    expect(found).toEqual(["east", "north", "west"]);
    await expect(loadConnection(options({ kubeconfig, contextIndex: 3 }))).rejects.toThrow(
      "Cannot find the context of index 3: the kubeconfig has 3 contexts, from 0 to 2",
    );
  });

  test("names the contexts there are when one is unknown", async () => {
    const kubeconfig = await write("one", kubeconfigNamed("one"));
    await expect(loadConnection(options({ kubeconfig, context: "nowhere" }))).rejects.toThrow(
      'Cannot find context "nowhere": the kubeconfig has "one"',
    );
  });
});
