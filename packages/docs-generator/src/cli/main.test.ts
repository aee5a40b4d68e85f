import { createHash } from "node:crypto";
import { programFaults } from "@kubeschema/command-kit/testing";
import { describe, expect, test } from "vitest";
import type { SchemaStore } from "./schema-store.ts";
import { exampleModel } from "../testing/example-model.ts";
import { openShippedSchemas } from "../testing/shipped-schemas.ts";
import { type DocsRun, type DocsRunOptions, runDocs } from "../testing/run-docs.ts";
import { program } from "./program.ts";

const examples: SchemaStore = {
  defaultVersion: "v1.36",
  versions: ["v1.36", "v1.12"],
  read: (kubernetesVersion) => Promise.resolve({ ...exampleModel(), kubernetesVersion }),
};
const book = ["page", "Book", "--api-version", "library.k8s.io/v1"];
const types: Readonly<Record<string, string>> = {
  "library.k8s.io/v1.ts": "export interface Book {\n  spec: BookSpec;\n  kind: string;\n}\n",
};

describe("main()", () => {
  test("has no fault in its tables", () => {
    expect(programFaults(program)).toEqual([]);
  });

  test("prints a page of the default version as Markdown", async () => {
    const { code, out, err } = await run(book);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^<a id="io\.k8s\.api\.library\.v1\.Book"><\/a>\n\n# Book `library\.k8s\.io\/v1`\n/);
    expect(out).toContain('`import type { Book } from "@kubeschema/types/library.k8s.io/v1";`');
  });

  test.each(["1.12", "v1.12", "v1.12.6"])(
    "takes %s for a version, and promises no types of old ones",
    async (version) => {
      const { code, out } = await run([...book, "--kubernetes-version", version]);
      expect(code).toBe(0);
      expect(out).toContain("| Kubernetes | v1.12 |");
      expect(out).not.toContain("@kubeschema/types");
    },
  );

  test("names the types of an old version where there are some", async () => {
    const { out } = await run([...book, "--kubernetes-version", "v1.12"], {
      readTypes: (path) => Promise.resolve(path === "v1.12/library.k8s.io/v1.ts" ? "" : undefined),
    });
    expect(out).toContain('`import type { Book } from "@kubeschema/types/v1.12/library.k8s.io/v1";`');
  });

  test.each([
    {
      name: "the lines of our own modules",
      args: [],
      want: "*Defined in [gen/library.k8s.io/v1.ts:3](../../src/gen/library.k8s.io/v1.ts#L3)*",
    },
    {
      name: "another folder of them",
      args: ["--source-url", "https://example.com/gen/"],
      want: "*Defined in [gen/library.k8s.io/v1.ts:3](https://example.com/gen/library.k8s.io/v1.ts#L3)*",
    },
    {
      name: "the schema where there is no module",
      args: ["--kubernetes-version", "v1.12"],
      want: "*Defined in example*",
    },
    {
      name: "a folder of modules that are not available",
      args: ["--kubernetes-version", "v1.12", "--source-url", "https://example.com/gen"],
      want: "*Defined in [gen/v1.12/library.k8s.io/v1.ts](https://example.com/gen/v1.12/library.k8s.io/v1.ts)*",
    },
    {
      name: "one file per kind",
      args: ["--source-layout", "kinds"],
      want: /\*Defined in types\/gen\/book\.ts:\d+\*/,
    },
  ])("links a seed page to $name", async ({ args, want }) => {
    const { code, out, err } = await run([...book, "--format", "seed", ...args]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^\[@kubeschema\/types\]/);
    const kind = out.slice(out.indexOf("### `<Optional>` kind"));
    if (typeof want === "string") expect(kind).toContain(want);
    else expect(kind).toMatch(want);
  });

  test("prints the page that the format was taken from, byte for byte", async (context) => {
    const schemas = await openShippedSchemas();
    if (!schemas.versions.includes("v1.13")) return context.skip("this build could reach no schema of v1.13");
    const { out } = await run([
      ..."page Ingress --api-version extensions/v1beta1 --kubernetes-version v1.13 --format seed".split(" "),
      ..."--package-name @promptly/k8s --source-layout kinds".split(" "),
      ..."--source-url https://github.com/rzane/k8s/blob/67fb0bc/src".split(" "),
    ], { openSchemas: () => Promise.resolve(schemas) });
    expect(createHash("sha256").update(out).digest("hex"))
      .toBe("99867cfc7655727346ecaa6ac7f532db64386491d5fd1df5c607b4cf542b3713");
  });

  test("opens its help with two examples", async () => {
    for (const args of [["-h"], ["page", "--help"], ["help", "build"], ["help"]]) {
      const { code, out, err } = await run(args);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toMatch(/^Examples:\n {2}kubeschema-docs .*\n {2}kubeschema-docs .*\n\n[A-Z]/);
    }
  });

  test("prints its version", async () => {
    expect(await run(["--version"])).toEqual({ code: 0, out: "1.2.3\n", err: "" });
  });

  test.each([
    {
      args: [],
      want:
        'No command is given: expected "build", "serve", "page", "explain" or "compare". Try: kubeschema-docs --help',
    },
    { args: ["print"], want: 'There is no command "print". Try: kubeschema-docs --help' },
    { args: ["biuld"], want: 'There is no command "biuld" (did you mean "build"?). Try: kubeschema-docs --help' },
    { args: ["page"], want: '"page" expects one kind, found nothing. Try: kubeschema-docs page --help' },
    { args: ["page", "A", "B"], want: '"page" expects one kind, found "A" and "B". Try: kubeschema-docs page --help' },
    {
      args: [...book, "--fromat", "x"],
      want: 'There is no flag "--fromat" (did you mean "--format"?). Try: kubeschema-docs page --help',
    },
    {
      args: [...book, "--format", "pdf"],
      want: '--format expects markdown, html, json or seed, found "pdf". Try: kubeschema-docs page --help',
    },
    {
      args: [...book, "--source-layout", "x"],
      want: '--source-layout expects modules or kinds, found "x". Try: kubeschema-docs page --help',
    },
    {
      args: [...book, "--source-url", "x"],
      want: "--source-url does not go with --format markdown. Try: --format seed",
    },
    {
      args: [...book, "--front-matter", "vitepress", "--format", "json"],
      want: "--front-matter does not go with --format json. Try: --format markdown",
    },
    {
      args: [...book, "--kubernetes-version", "v1.40"],
      want: 'Cannot read Kubernetes "v1.40": there are v1.36, v1.12',
    },
    { args: ["page", "Bok"], want: 'Cannot find kind "Bok" of v1.36: did you mean "Book"?' },
  ])("says in one line what is wrong with $args", async ({ args, want }) => {
    expect(await run(args)).toEqual({ code: 2, out: "", err: `kubeschema-docs: ${want}\n` });
  });

  test("shows a stack only with DEBUG=1", async () => {
    expect((await run([], { env: { DEBUG: "1" } })).err).toContain("\n    at ");
  });
});

function run(args: readonly string[], options: DocsRunOptions = {}): Promise<DocsRun> {
  return runDocs(args, examples, { readTypes: (path) => Promise.resolve(types[path]), ...options });
}
