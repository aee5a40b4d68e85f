import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createCertificate } from "@kubeschema-tools/clusters/certificates";
import { ingress, ingressClass, service, slice, tlsOf } from "@kubeschema-tools/clusters";
import { createTestWorld, ioError } from "@kubeschema/command-kit/testing";
import { runMain } from "../../testing/run-main.ts";
import { main } from "../main.ts";

async function createDump(): Promise<{ readonly dump: string; readonly keyPem: string; readonly pem: string }> {
  const { pem, keyPem } = await createCertificate({ hosts: ["shop.example"] });
  const secret = {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { namespace: "shop", name: "web-tls" },
    type: "kubernetes.io/tls",
    data: { "tls.crt": btoa(pem + keyPem), "tls.key": btoa(keyPem), token: btoa("sesame") },
  };
  const broken = ingress({ name: "api", host: "api.example", path: "/a", backend: { service: { name: "gone" } } });
  const items = [
    ingress({ spec: tlsOf("web-tls", "shop.example", "www.example") }),
    broken,
    ingressClass("nginx"),
    service(),
    slice(),
    secret,
  ];
  return { dump: JSON.stringify({ kind: "List", items }), keyPem, pem };
}

const bytesOf = (files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array =>
  files.get(path) ?? new Uint8Array();

describe("snapshot", () => {
  test("writes a file that gives the same report, byte for byte", async () => {
    const { dump } = await createDump();
    const { code, stdout, stderr, files } = await runMain(["snapshot", "--snapshot", "dump", "-o", "s.json.gz"], {
      dump,
    });
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: "" });
    const snapshot = bytesOf(files, "s.json.gz");
    for (const output of ["text", "json", "wide"]) {
      const direct = await runMain(["--snapshot", "dump", "-o", output], { dump });
      const indirect = await runMain(["--snapshot", "s.json.gz", "-o", output], { "s.json.gz": snapshot });
      expect(indirect).toEqual(direct);
      expect(direct.code).toBe(1);
    }
  });

  test("writes plain text to stdout and to other names, the same each time", async () => {
    const { dump } = await createDump();
    const plain = await runMain(["snapshot", "--snapshot", "dump"], { dump });
    const file = await runMain(["snapshot", "--snapshot", "dump", "-o", "s.json"], { dump });
    const zipped = await runMain(["snapshot", "--snapshot", "dump", "-o", "s.gz"], { dump });
    expect(new TextDecoder().decode(bytesOf(file.files, "s.json"))).toBe(plain.stdout);
    expect(new TextDecoder().decode(gunzipSync(bytesOf(zipped.files, "s.gz")))).toBe(plain.stdout);
    const again = await runMain(["snapshot", "--snapshot", "dump", "-o", "s.gz"], { dump });
    expect(again.files).toEqual(zipped.files);
  });

  test("holds the certificate, and no byte of a key or another secret", async () => {
    const { dump, keyPem, pem } = await createDump();
    const { stdout } = await runMain(["snapshot", "--snapshot", "dump"], { dump });
    const [firstLine = "none"] = pem.split("\n").slice(1);
    expect(stdout).toContain(firstLine);
    const keyLines = keyPem.split("\n").filter((line) => line !== "" && !line.startsWith("-----"));
    expect(keyLines.length).toBeGreaterThan(1);
    const hidden = [...keyLines, btoa(keyPem).slice(0, 40), "PRIVATE KEY", "sesame", btoa("sesame")];
    for (const text of hidden) expect(stdout).not.toContain(text);
  });

  test("is of the time of --at, which its report then is of too", async () => {
    const { dump } = await createDump();
    const at = "2026-03-03T00:00:00Z";
    const { stdout } = await runMain(["snapshot", "--snapshot", "dump", "--at", at], { dump });
    const report = await runMain(["--snapshot", "s", "-o", "json"], { s: stdout });
    expect(report.stdout).toContain('"at": "2026-03-03T00:00:00.000Z"');
  });

  test("says where it cannot write", async () => {
    const { dump } = await createDump();
    const world = createTestWorld(["snapshot", "--snapshot", "dump", "-o", "/x"], { files: { dump } });
    const files = { ...world.files, write: () => Promise.reject(ioError("EACCES")) };
    const code = await main({ ...world, files, importModule: async () => ({}), demoPath: "" });
    expect(code).toBe(2);
    expect(world.written.stderr).toBe(
      'ingress-diff: Cannot write to "/x": permission is denied. Try: another -o FILE\n',
    );
  });

  test("stands alone", async () => {
    const { dump } = await createDump();
    const { stdout: own } = await runMain(["snapshot", "--snapshot", "dump"], { dump });
    const { code, stderr } = await runMain(["--snapshot", "d"], { "d/a.json": own, "d/b.json": dump });
    expect(code).toBe(2);
    expect(stderr).toContain('Cannot read snapshot "d/a.json" together with other files');
  });
});
