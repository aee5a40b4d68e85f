import { chmod, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createKubeconfigFolder, kubeconfigNamed } from "../../testing/kubeconfig-folder.ts";
import { loadConnection } from "./load-connection.ts";

const { path: folder, write, remove } = createKubeconfigFolder();
afterAll(remove);

const options = (fields: object): Parameters<typeof loadConnection>[0] => ({ timeoutMs: 1000, env: {}, ...fields });

describe("loadConnection(), credentials", () => {
  test("runs a credential plug-in, and says so when it fails", async () => {
    const plugin = (script: string): object =>
      kubeconfigNamed("one", {
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

  test("acts as somebody else, as the kubeconfig or flags say", async () => {
    const kubeconfig = await write(
      "as",
      kubeconfigNamed("one", {
        users: [{
          name: "one",
          user: {
            token: "sesame",
            as: "jane",
            "as-uid": "7",
            "as-groups": ["dev", "ops"],
            "as-user-extra": { "example.com/reason": ["night shift"] },
          },
        }],
      }),
    );
    expect((await loadConnection(options({ kubeconfig }))).options.headers).toEqual({
      Authorization: "Bearer sesame",
      "Impersonate-User": "jane",
      "Impersonate-Uid": "7",
      "Impersonate-Group": ["dev", "ops"],
      "Impersonate-Extra-example.com%2Freason": ["night shift"],
    });
    const flags = { as: "joe", asGroups: ["qa"], asUid: "8" };
    expect((await loadConnection(options({ kubeconfig, ...flags }))).options.headers).toMatchObject({
      "Impersonate-User": "joe",
      "Impersonate-Uid": "8",
      "Impersonate-Group": ["qa"],
    });
    const plain = await write("one", kubeconfigNamed("one"));
    await expect(loadConnection(options({ kubeconfig: plain, asGroups: ["qa"] }))).rejects.toThrow(
      "Cannot act as a group or uid alone",
    );
  });

  test("reads a token file beside the kubeconfig, and again when credentials are renewed", async () => {
    const users = [{ name: "one", user: { tokenFile: "my-token" } }];
    const kubeconfig = await write("token-file", kubeconfigNamed("one", { users }));
    await write("my-token", "first\n");
    const connection = await loadConnection(options({ kubeconfig }));
    expect(connection.options.headers).toEqual({ Authorization: "Bearer first" });
    await write("my-token", "second\n");
    expect((await connection.renew?.())?.headers).toEqual({ Authorization: "Bearer second" });
    await rm(join(folder, "my-token"));
    await expect(loadConnection(options({ kubeconfig }))).rejects.toThrow(
      /^Cannot read token file ".*my-token": ENOENT/,
    );
  });

  test("tells a plug-in what kubectl tells it, and runs it again for new credentials", async () => {
    const script = `
      const { spec, apiVersion, kind } = JSON.parse(process.env.KUBERNETES_EXEC_INFO);
      const { readFileSync, writeFileSync, existsSync } = require("node:fs");
      const runs = existsSync(process.argv[1]) ? Number(readFileSync(process.argv[1], "utf8")) + 1 : 1;
      writeFileSync(process.argv[1], String(runs));
      const seen = [kind, apiVersion.split("/")[1], spec.interactive, spec.cluster.server, process.env.MORE].join(" ");
      console.log(JSON.stringify({ status: { token: seen + " run " + runs } }));`;
    const kubeconfig = await write(
      "exec-info",
      kubeconfigNamed("one", {
        users: [{
          name: "one",
          user: {
            exec: {
              apiVersion: "client.authentication.k8s.io/v1",
              command: process.execPath,
              args: ["-e", script, join(folder, "runs")],
              env: [{ name: "MORE", value: "more" }],
              provideClusterInfo: true,
            },
          },
        }],
      }),
    );
    const connection = await loadConnection(options({ kubeconfig }));
    const seen = "Bearer ExecCredential v1 false https://one.example:6443 more run";
    expect(connection.options.headers).toEqual({ Authorization: `${seen} 1` });
    expect((await connection.renew?.())?.headers).toEqual({ Authorization: `${seen} 2` });
    // Where there is a token on the command line, it does not run at all.
    expect((await loadConnection(options({ kubeconfig, token: "t" }))).options.headers).toEqual({
      Authorization: "Bearer t",
    });
  });

  test("finds a plug-in beside the kubeconfig, and says how to install one that is not there", async () => {
    const exec = (command: string): object =>
      kubeconfigNamed("one", {
        users: [{
          name: "one",
          user: {
            exec: { apiVersion: "client.authentication.k8s.io/v1", command, installHint: "Get it from example.com\n" },
          },
        }],
      });
    const plugin = await write("plugin.sh", `#!/bin/sh\necho '{"status":{"token":"beside"}}'\n`);
    await chmod(plugin, 0o755);
    const beside = await loadConnection(options({ kubeconfig: await write("beside", exec("./plugin.sh")) }));
    expect(beside.options.headers).toEqual({ Authorization: "Bearer beside" });
    const absent = await write("absent-plugin", exec("no-such-plugin"));
    await expect(loadConnection(options({ kubeconfig: absent }))).rejects.toThrow(
      'the plug-in "no-such-plugin" is not installed: Get it from example.com',
    );
  });

  test("takes an OIDC token that is still good, and asks for a new one that is not", async () => {
    const part = (value: object): string => btoa(JSON.stringify(value)).replace(/=+$/, "");
    const token = (exp: number): string => `${part({ alg: "none" })}.${part({ exp })}.sig`;
    const oidc = (fields: object): object =>
      kubeconfigNamed("one", { users: [{ name: "one", user: { "auth-provider": { name: "oidc", config: fields } } }] });
    const good = token(Math.ceil(Date.now() / 1000) + 600);
    const fresh = await loadConnection(options({ kubeconfig: await write("oidc", oidc({ "id-token": good })) }));
    expect(fresh.options.headers).toEqual({ Authorization: `Bearer ${good}` });
    const stale = {
      "id-token": token(1),
      "client-id": "kubectl",
      "refresh-token": "sesame",
      "idp-issuer-url": "https://127.0.0.1:9/no-issuer",
    };
    const failure: unknown = await loadConnection(options({ kubeconfig: await write("stale", oidc(stale)) }))
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({
      name: "ObservationError",
      message: expect.stringMatching(/^Cannot get the credentials of context "one": ./),
    });
    expect(String(failure)).not.toContain("sesame");
  });
});
