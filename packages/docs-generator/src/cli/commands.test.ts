import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestWorld } from "@kubeschema/command-kit/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exampleModel } from "../testing/example-model.ts";
import { type DocsRun, type DocsRunOptions, runDocs } from "../testing/run-docs.ts";
import type { SchemaStore } from "./schema-store.ts";

const old = { ...exampleModel((text) => text.replace("cover", "spine")), kubernetesVersion: "v1.35" };
const store: SchemaStore = {
  defaultVersion: "v1.36",
  versions: ["v1.36", "v1.35"],
  read: (version) => Promise.resolve(version === "v1.35" ? old : exampleModel()),
};

const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: shops.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Shop, plural: shops, singular: shop, listKind: ShopList }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              required: [size]
              properties:
                size: { type: string, enum: [small, large], default: small, description: How large. }
`;

function bomb(): string {
  const list = (index: number): string => Array(9).fill(index === 0 ? "x" : `*a${index - 1}`).join(", ");
  return Array.from({ length: 9 }, (_, index) => `a${index}: &a${index} [${list(index)}]\n`).join("");
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "docs-"));
});
afterEach(() => rm(folder, { recursive: true }));

function run(args: readonly string[], options: DocsRunOptions = {}): Promise<DocsRun> {
  return runDocs(args, store, options);
}

async function filesOf(site: string): Promise<readonly string[]> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) =>
    join(entry.parentPath, entry.name).slice(site.length + 1)
  )
    .sort();
}

describe("kubeschema-docs build", () => {
  test("writes a site, and says what it wrote", async () => {
    const out = join(folder, "site");
    const { code, err } = await run(["build", "--versions", "all", "--out", out]);
    expect(code).toBe(0);
    expect(err).toMatch(
      /^Wrote \d+ files \(0\.\d MB\) to .*: 3 kinds and 1 shared types of v1\.36 with the history since v1\.35\n$/,
    );
    expect(await filesOf(out)).toContain("changes/v1.35-v1.36.html");
    expect(await readFile(join(out, "assets/minisearch.js"), "utf8")).toMatch(
      /^\/\*! MiniSearch[\s\S]*Permission is hereby/,
    );
  });

  test.each([
    { format: "markdown", want: "library.k8s.io/v1/book.md", text: '---\ntitle: "Book library.k8s.io/v1"' },
    { format: "json", want: "library.k8s.io/v1/book.json", text: '"kubernetesVersion": "v1.36"' },
    { format: "seed", want: "library.k8s.io/v1/interfaces/book.md", text: "# Interface: Book" },
  ])("writes a tree of $format", async ({ format, want, text }) => {
    const out = join(folder, "tree");
    const head = format === "markdown" ? ["--front-matter", "starlight"] : [];
    expect(await run(["build", "--format", format, "--out", out, ...head])).toMatchObject({ code: 0, out: "" });
    expect(await readFile(join(out, want), "utf8")).toContain(text);
  });

  test("adds custom kinds, and only the kinds asked for", async () => {
    await writeFile(join(folder, "crd.yaml"), crd);
    const out = join(folder, "site");
    const args = ["build", "--crds", join(folder, "crd.yaml"), "--kinds", "shops", "--out", out];
    expect((await run(args)).code).toBe(0);
    const files = await filesOf(out);
    expect(files.filter((file) => file.includes("/v1/"))).toEqual([
      "example.com/v1/shop.html",
      "schemas/example.com/v1/shop.json",
    ]);
    const page = await readFile(join(out, "example.com/v1/shop.html"), "utf8");
    expect(page).toContain("One of <code>small</code>, <code>large</code> · Default <code>small</code>");
    expect(page).not.toContain("@kubeschema/types");
  });

  test("takes the kinds of --from alone, with the API machinery of Kubernetes", async () => {
    await writeFile(join(folder, "crd.yaml"), crd);
    const out = join(folder, "site");
    expect((await run(["build", "--from", folder, "--out", out])).code).toBe(0);
    const files = await filesOf(out);
    expect(files).toContain("example.com/v1/shoplist.html");
    expect(files).toContain("types/io.k8s.apimachinery.pkg.apis.meta.v1.objectmeta.html");
    expect(files).not.toContain("library.k8s.io/v1/book.html");
  });

  test("takes the version that a cluster's OpenAPI says", async () => {
    const document = (info: object): object => ({
      swagger: "2.0",
      info,
      definitions: {
        a: { type: "object", "x-kubernetes-group-version-kind": [{ group: "", version: "v1", kind: "Thing" }] },
      },
    });
    const out = join(folder, "site");
    for (
      const [info, want] of [
        [{ title: "Kubernetes", version: "v1.20.2" }, "v1.20"],
        [{ title: "Kubernetes", version: "unversioned" }, "v1.36"],
        [{ title: "Shops", version: "1.2" }, "v1.36"],
      ] as const
    ) {
      await writeFile(join(folder, "api.json"), JSON.stringify(document(info)));
      expect((await run(["build", "--from", join(folder, "api.json"), "--out", out])).err).toContain(` of ${want}\n`);
    }
  });

  test("makes a page of rules", async () => {
    const rules = [{
      id: "no-name",
      summary: "Finds <b>",
      severity: "error",
      why: "Since.",
      fix: "Name it.",
      source: "book.go, validateBook",
      example: "a: <1>",
      finding: "error: a\u009b",
    }, { id: "book/plain", summary: "Less.", severity: "info" }];
    const set = { title: "Rules of books", about: "All of them.", example: "a: {{ 0 }}", rules };
    await writeFile(join(folder, "rules.json"), JSON.stringify(set));
    const out = join(folder, "site");
    expect((await run(["build", "--rules", join(folder, "rules.json"), "--out", out])).code).toBe(0);
    const page = await readFile(join(out, "rules/rules-of-books.html"), "utf8");
    expect(page).toContain(
      '<h2 id="rule-no-name"><a href="#rule-no-name"><code>no-name</code></a> <span class="e">error</span></h2>',
    );
    expect(page).toMatch(/All of them\..*a: \{&#123; 0 \}&#125;.*<dt>Source<\/dt>.*a: &lt;1&gt;.*error: a\ufffd/s);
    expect(page).toContain('<nav aria-label="Rules"><h2>Rules</h2><ul><li><a href="#rule-no-name">no-name</a>');
    expect(page).toContain('<h2>book</h2><ul><li><a href="#rule-book_2f_plain">plain</a>');
    expect(page).not.toContain("{{");
    expect(page).toContain("Finds &lt;b&gt;");
    expect(await readFile(join(out, "index.html"), "utf8")).toContain('href="rules/rules-of-books.html"');
  });

  test("makes a guide of pages of Markdown, and says which one is wrong", async () => {
    await mkdir(join(folder, "pages/books"), { recursive: true });
    await writeFile(join(folder, "pages/books/README.md"), "# All books\n\nThe <b>shelf\u009b</b>.\n");
    await writeFile(join(folder, "pages/notes.txt"), "not a page");
    const out = join(folder, "site");
    const args = ["build", "--pages", join(folder, "pages"), "--out", out];
    expect((await run(args)).code).toBe(0);
    expect((await filesOf(out)).filter((path) => path.startsWith("guide/"))).toEqual([
      "guide/books/index.html",
      "guide/index.html",
    ]);
    const page = await readFile(join(out, "guide/books/index.html"), "utf8");
    expect(page).toContain("The &lt;b&gt;shelf\ufffd&lt;/b&gt;.");
    expect(page).toContain('<a href="../../guide/index.html">Guide</a>');
    await writeFile(join(folder, "pages/books/more.md"), "# More\n\n[lost](lost.md)\n");
    expect(await run(args)).toMatchObject({
      code: 2,
      err: 'kubeschema-docs: Cannot read page "books/more.md": the link to "lost.md" leads to no page\n',
    });
    const json = await run([...args, "--format", "json"]);
    expect(json.err).toContain("--pages does not go with --format json: only the site has such pages");
  });

  test("shows on a terminal what it is doing, and clears the line", async () => {
    const { code, err } = await run(["build", "--out", join(folder, "site")], { isTTY: true });
    expect(code).toBe(0);
    const [first, second, ...others] = err.split("\r\x1b[2K");
    expect([first, second]).toEqual(["", "reading schemas ..."]);
    expect(others.at(-1)).toMatch(/^Wrote .*\n$/);
  });

  test("leaves the old site when it is interrupted", async () => {
    const out = join(folder, "site");
    await run(["build", "--out", out]);
    const before = await filesOf(out);
    const onWorld = (world: TestWorld): void => world.stop("SIGINT");
    const { code, err } = await run(["build", "--format", "json", "--out", out], { onWorld });
    expect({ code, err }).toEqual({ code: 130, err: "kubeschema-docs: Interrupted by SIGINT before it was done\n" });
    expect(await filesOf(out)).toEqual(before);
    expect(await readdir(folder)).toEqual(["site"]);
  });

  test.each([
    { args: [], want: "Cannot tell where to write: --out is missing. Try: kubeschema-docs build --help" },
    {
      args: ["--out", "x", "--format", "pdf"],
      want: '--format expects html, markdown, seed or json, found "pdf". Try: kubeschema-docs build --help',
    },
    {
      args: ["--out", "x", "--kinds", "bok"],
      want: '--kinds expects kinds of the schema, found "bok". Try: kubeschema-docs build --help',
    },
    { args: ["--out", "x", "--versions", "v1.9"], want: 'Cannot read Kubernetes "v1.9": there are v1.36, v1.35' },
    {
      args: ["--out", "x", "--from", "nowhere.yaml"],
      want: 'Cannot read "nowhere.yaml": there is no such file or folder',
    },
    {
      args: ["--out", "x", "--from", "a", "--versions", "all"],
      want: "--versions does not go with --from, which is one version. Try: --kubernetes-version",
    },
    {
      args: ["--out", "x", "--front-matter", "vitepress"],
      want: "--front-matter does not go with --format html. Try: --format markdown",
    },
    {
      args: ["--out", "x", "--recursive"],
      want: '"build" does not take --recursive; "explain" does. Try: kubeschema-docs build --help',
    },
    {
      args: ["--out", "x", "--from", "cluster"],
      want: "Cannot ask the cluster: there is no kubectl on the PATH. Try: install kubectl, or give --from a file",
    },
  ])("says in one line what is wrong with $args", async ({ args, want }) => {
    expect(await run(["build", ...args])).toEqual({ code: 2, out: "", err: `kubeschema-docs: ${want}\n` });
  });

  test("names the file that is not YAML, without its contents", async () => {
    await writeFile(join(folder, "bad.yaml"), "a: [\u001b[31m");
    const { code, err } = await run(["build", "--from", join(folder, "bad.yaml"), "--out", join(folder, "x")]);
    expect(code).toBe(2);
    expect(err).toMatch(/^kubeschema-docs: Cannot read "bad\.yaml", line 1: [^\p{Cc}]*\n$/u);
  });

  test.each([
    {
      name: "a template",
      text: "kind: {{ .Values.kind }}\n",
      want: /line 1: .*it looks like a template: render it first/,
    },
    { name: "a repeated key", text: "a: 1\nb: 2\na: 3\n", want: /line 3: The key "a" is duplicated$/m },
    { name: "an alias bomb", text: bomb(), want: /Nearly all of its values come from aliases/ },
    { name: "an alias of what contains it", text: "a: &a\n  b: *a\n", want: /line 2: The alias refers to what/ },
    { name: "depth", text: `a: ${"[".repeat(1e5)}`, want: /It nests more than 500 levels deep/ },
    { name: "bytes that are not text", text: Uint8Array.of(0x61, 0xff), want: /it is not valid UTF-8/ },
  ])("refuses $name", async ({ text, want }) => {
    await writeFile(join(folder, "bad.yaml"), text);
    const { code, err } = await run(["build", "--from", join(folder, "bad.yaml"), "--out", join(folder, "x")]);
    expect(code).toBe(2);
    expect(err).toMatch(want);
  });

  test("reads the words and numbers of YAML as the server does", async () => {
    const fields = "mode: { type: integer, maximum: 0777 }\n                isOn: { type: boolean, default: on }";
    const text = crd.replace(
      "size: { type: string, enum: [small, large]",
      `${fields}\n                size: { type: string`,
    );
    await writeFile(join(folder, "crd.yaml"), text);
    const args = ["build", "--crds", join(folder, "crd.yaml"), "--kinds", "shops", "--out", join(folder, "site")];
    expect(await run(args)).toMatchObject({ code: 0 });
    const page = await readFile(join(folder, "site", "example.com", "v1", "shop.html"), "utf8");
    expect(page).toMatch(/511/);
    expect(page).not.toMatch(/777/);
  });
});

describe("kubeschema-docs explain", () => {
  test("explains a field with its facts and fields", async () => {
    const { code, out } = await run(["explain", "books.spec.chapters", "--api-version", "library.k8s.io/v1"]);
    expect(code).toBe(0);
    expect(out).toContain("FIELD: spec.chapters <[]Chapter>\n\n  list type: map, keys number, part\n\nDESCRIPTION:\n");
    expect(out).toContain("  number <integer> required\n");
  });

  test("takes the newest stable version, ends on a type inside itself, and has no colours in a pipe", async () => {
    const { out } = await run(["explain", "book", "--recursive"]);
    expect(out).toContain("VERSION:    v1\n");
    expect(out).toMatch(/ {4}chapters <\[\]Chapter>\n {6}number <integer> required\n {6}parts <\[\]Chapter>\n/);
    expect(out).not.toContain("\u001b");
  });

  test.each([{ env: {}, want: true }, { env: { NO_COLOR: "1" }, want: false }])(
    "has colours on a terminal: $env",
    async ({ env, want }) => {
      const { out } = await run(["explain", "person"], { env, isTTY: true });
      expect(out.includes("\u001b[")).toBe(want);
    },
  );

  test("lets no control character of a schema reach the terminal", async () => {
    const model = exampleModel(() => "\u001b]0;title\u0007 \u202e text");
    const openSchemas = (): Promise<SchemaStore> => Promise.resolve({ ...store, read: () => Promise.resolve(model) });
    const { out } = await run(["explain", "book.spec"], { openSchemas });
    expect(out).not.toMatch(/[\p{Cc}--\n]|\u202e/v);
  });

  test.each([
    { path: "book.spec.titel", want: 'Cannot find field "titel" of Book.spec: did you mean "title"?' },
    { path: "book.spec.title.x", want: 'Cannot find field "x" of Book.spec.title: it has no fields' },
    { path: "bok", want: 'Cannot find kind "bok" of v1.36: did you mean "Book"?' },
  ])("says what there is in place of $path", async ({ path, want }) => {
    expect(await run(["explain", path])).toEqual({ code: 2, out: "", err: `kubeschema-docs: ${want}\n` });
  });
});

describe("kubeschema-docs compare", () => {
  test("exits with 0 where nothing differs, and with 1 where something does", async () => {
    expect((await run(["compare", "1.36", "v1.36"])).code).toBe(0);
    expect((await run(["compare", "v1.35", "v1.36"])).code).toBe(1);
  });

  test("writes JSON of a versioned shape", async () => {
    const { out } = await run(["compare", "v1.35", "v1.36", "-o", "json"]);
    const place = "io.k8s.api.library.v1.BookSpec.title";
    expect(JSON.parse(out)).toEqual({
      version: 1,
      kind: "Comparison",
      before: "v1.35",
      after: "v1.36",
      changes: [{
        code: "TEXT_CHANGED",
        place,
        isBreaking: false,
        before: "Printed on the spine.",
        after: "Printed on the cover.",
      }],
    });
  });

  test("writes Markdown with the words that changed", async () => {
    const { out } = await run(["compare", "v1.35", "v1.36", "-o", "markdown"]);
    expect(out).toContain("- `io.k8s.api.library.v1.BookSpec.title`: ~~spine.~~ **cover.**\n");
  });

  test("refuses a format that it does not know", async () => {
    expect(await run(["compare", "v1.35", "v1.36", "-o", "xml"])).toMatchObject({
      code: 2,
      err: 'kubeschema-docs: -o expects text, markdown or json, found "xml". Try: kubeschema-docs compare --help\n',
    });
  });
});

describe("kubeschema-docs serve", () => {
  test("serves the site to this machine only, and builds again when a CRD changes", async () => {
    const file = join(folder, "crd.yaml");
    await writeFile(file, crd);
    let world: TestWorld | undefined;
    const running = run(["serve", "--port", "0", "--crds", file], { onWorld: (made) => world = made });
    const written = (): string => world?.written.stderr ?? "";
    await expect.poll(written).toMatch(/\n$/);
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(written())?.[0] ?? "";
    const page = `${url}example.com/v1/shop.html`;
    expect(await (await fetch(url)).text()).toContain("<title>Kinds");
    expect(await (await fetch(page)).text()).toContain("How large.");
    expect((await fetch(`${url}..%2f..%2fetc/passwd`)).status).toBe(404);
    expect((await fetch(url, { method: "POST" })).status).toBe(405);
    await writeFile(file, crd.replace("How large.", "How wide."));
    await expect.poll(async () => (await (await fetch(page)).text()).includes("How wide.")).toBe(
      true,
    );
    await writeFile(file, "a: [");
    await expect.poll(written).toContain('Cannot read "crd.yaml"');
    expect(await (await fetch(page)).text()).toContain("How wide.");
    world?.stop("SIGINT");
    expect((await running).code).toBe(0);
  });
});
