import { readOpenApiV2, type SchemaModel } from "@kubeschema/model";
import { describe, expect, test } from "vitest";
import { exampleModel } from "../testing/example-model.ts";
import { checkSite } from "../testing/check-site.ts";
import { openShippedSchemas } from "../testing/shipped-schemas.ts";
import { emitSite, type SiteFile } from "./emit-site.ts";
import { planSite } from "./plan-site.ts";

const search = { miniSearch: "globalThis.MiniSearch = undefined;" };

function build(...models: readonly SchemaModel[]): readonly SiteFile[] {
  return [...emitSite(planSite(models), search)];
}

function textOf(files: readonly SiteFile[], path: string): string {
  const found = files.find((file) => file.path === path);
  if (!found) throw new RangeError(`no ${path} among ${files.map((file) => file.path).join(", ")}`);
  return found.text;
}

describe("emitSite()", () => {
  const files = build(exampleModel());
  const book = textOf(files, "library.k8s.io/v1/book.html");

  test("gives every kind and shared type a page of its own", () => {
    expect(files.map(({ path }) => path).filter((path) => /\/v1|^types/.test(path))).toEqual([
      "core/v1/person.html",
      "schemas/core/v1/person.json",
      "library.k8s.io/v1/book.html",
      "schemas/library.k8s.io/v1/book.json",
      "library.k8s.io/v1beta1/book.html",
      "schemas/library.k8s.io/v1beta1/book.json",
      "types/io.k8s.apimachinery.pkg.apis.meta.v1.objectmeta.html",
    ]);
  });

  test("links each field to itself, folds what has fields, and links types", () => {
    expect(book).toContain(
      '<li id="spec.chapters"><a class="p" href="#spec.chapters" aria-label="Link to spec.chapters">#</a><details open><summary class="h"><code>chapters</code>',
    );
    expect(book).toContain('aria-label="Link to spec.chapters.number">#</a><div class="h">');
    expect(book).toContain('<a href="../../types/io.k8s.apimachinery.pkg.apis.meta.v1.objectmeta.html">ObjectMeta</a>');
    expect(book).toContain('<a href="../../core/v1/person.html">Person</a>');
    expect(book).toContain("List type <code>map</code>, keys <code>number</code>, <code>part</code>");
  });

  test("puts required fields first, and marks them", () => {
    expect(book.indexOf('<li id="spec">')).toBeLessThan(book.indexOf('<li id="apiVersion">'));
    expect(book).toMatch(/<li id="spec\.title">.*?<b class="r">required<\/b>/);
  });

  test("shows where a shared type appears", () => {
    const meta = textOf(files, "types/io.k8s.apimachinery.pkg.apis.meta.v1.objectmeta.html");
    expect(meta).toContain('<a href="../library.k8s.io/v1/book.html#metadata">');
    expect(meta).toContain('<svg viewBox="');
  });

  test("lets only its own files load and run", () => {
    for (const { path, text } of files.filter((file) => file.path.endsWith(".html"))) {
      expect(text, path).toContain("default-src 'none'; style-src 'self'; script-src 'self'");
      expect(text, path).not.toMatch(/<script(?! src="(?:\.\.\/)*assets\/site\.js">)|<style|\sstyle=|\son\w+=/);
    }
  });

  test("has pages of changes, with what breaks first, and one page per kind however many versions there are", () => {
    const model = exampleModel();
    const old = { ...exampleModel((text) => text.replace("cover", "spine")), kubernetesVersion: "v1.35" };
    const { "io.k8s.api.library.v1.Word": _, ...definitions } = model.definitions;
    const both = build(old, { ...model, definitions });
    expect(both.filter(({ path }) => path.endsWith("/book.html"))).toHaveLength(2);
    const changes = textOf(both, "changes/v1.35-v1.36.html");
    expect(changes).toMatch(
      /id="breaking">Breaking <small>1<.*>Type <a [^>]*><code>library\/<wbr>v1 Word<\/code><\/a> was removed\..*id="texts"/s,
    );
    expect(changes).toContain('<a href="../library.k8s.io/v1/book.html#spec.title">');
    expect(textOf(both, "changes/index.html")).toMatch(/v1\.35 to v1\.36<\/a><\/td><td class="num">1<.*>1<\/td><\/tr>/);
    expect(textOf(both, "library.k8s.io/v1/book.html")).toContain("<del>spine.</del> <ins>cover.</ins>");
    expect(checkSite(both)).toEqual([]);
  });

  test("folds the removed kinds, and gives the exact version where the schema knows it", () => {
    const model = exampleModel();
    const old = { ...model, kubernetesVersion: "v1.30", kinds: model.kinds.filter(({ version }) => version !== "v1") };
    const kinds = model.kinds.filter(({ version }) => version === "v1");
    const lifecycle = { introduced: "1.34" };
    const index = textOf(build(old, { ...model, kinds: kinds.map((kind) => ({ ...kind, lifecycle })) }), "index.html");
    expect(index).toMatch(/<summary>Removed: no longer in v1\.36<\/summary><p><a href="library\.k8s\.io\/v1beta1/);
    expect(index).toContain('<span class="n">since v1.34</span>');
  });

  test("says what apiVersion and kind always are, before their texts", () => {
    expect(book).toMatch(
      /<li id="apiVersion">.*?<p>Always <code>library\.k8s\.io\/v1<\/code>\.<\/p><details class="v">/,
    );
    expect(textOf(files, "types/io.k8s.apimachinery.pkg.apis.meta.v1.objectmeta.html")).not.toContain("Always");
  });

  test("leads back from each page", () => {
    expect(book).toContain('<li><a href="../../index.html#group-library.k8s.io">library.k8s.io/v1</a></li>');
  });

  test("terminates on types that need each other, and gives each field an id of its own", () => {
    expect(checkSite(files)).toEqual([]);
  });

  test("distinguishes what differs only in case, and lets no path leave its folder", () => {
    const kinds = [["", "v1", "Pod"], ["", "v1", "POD"], ["..", "..", ".."], ["a/b", "v1", "x".repeat(400)]];
    const odd = read(Object.fromEntries(kinds.map(([group, version, kind], index) => [`d${index}`, {
      type: "object",
      "x-kubernetes-group-version-kind": [{ group, version, kind }],
    }])));
    const paths = build(odd).map(({ path }) => path);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
    expect(paths.filter((path) => path.split("/").some((part) => part.startsWith(".") || part.length > 250))).toEqual(
      [],
    );
    expect(checkSite(build(odd))).toEqual([]);
  });

  test("accepts a CRD of 5,000 fields, and a text of a megabyte", () => {
    const properties = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field${index}`, {
      type: "string",
      description: index === 0 ? "word ".repeat(200_000) : `Number ${index}.`,
    }]));
    const large = read({
      "example.v1.Large": {
        type: "object",
        properties,
        "x-kubernetes-group-version-kind": [{ group: "example", version: "v1", kind: "Large" }],
      },
    });
    const page = textOf(build(large), "example/v1/large.html");
    expect(page.match(/<li id="field/g)?.length).toBe(5000);
    expect(page.length).toBeGreaterThan(1_000_000);
  });

  test("distinguishes a field from the parts of the page with its name", () => {
    const names = [
      "main",
      ":main",
      "q",
      "hits",
      "fields",
      "manifest",
      "typescript",
      "references",
      "theme",
      "constructor",
    ];
    const odd = read({
      "example.v1.Odd": {
        type: "object",
        properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
        "x-kubernetes-group-version-kind": [{ group: "example", version: "v1", kind: "Odd" }],
      },
    });
    expect(checkSite(build(odd))).toEqual([]);
  });

  test("writes the same bytes twice", () => {
    expect(build(exampleModel())).toEqual(files);
  });
});

describe("emitSite() on hostile texts", () => {
  const hostile =
    "</p><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }} [a](javascript:alert(1)) \u0007\u202e" +
    ' javascript:alert(1) "quoted" \'single\' <!-- & &lt; ]]> `<b>code</b>` https://example.com/"onmouseover="x';
  const files = build(exampleModel(() => hostile));

  test("lets no tag, link or brace of a text through", () => {
    const plain = build(exampleModel(() => "plain"));
    for (const { path, text } of files.filter((file) => file.path.endsWith(".html"))) {
      expect(text, path).not.toMatch(
        /<script>|<img|<b>code|\{\{|\}\}|href="javascript|onmouseover="|[\p{Cc}--\n]|\u202e/iv,
      );
      const tags = (html: string): number =>
        html.match(/<\/?(?:script|img|iframe|object|link|meta|style)\b/g)?.length ?? 0;
      expect(tags(text), path).toBe(tags(textOf(plain, path)));
    }
    expect(checkSite(files)).toEqual([]);
  });

  test("keeps the search's data inert", () => {
    for (const path of ["assets/search-names.js", "assets/search-texts.js"]) {
      const text = textOf(files, path);
      expect(text).not.toContain("<");
      expect(() => JSON.parse(text.slice(text.indexOf("=") + 1).replace(/;\s*$/, ""))).not.toThrow();
    }
  });
});

describe("emitSite() on the default version", async () => {
  const schemas = await openShippedSchemas();
  const model = await schemas.read(schemas.defaultVersion);
  const files = build(model);

  test("has no broken link and no duplicate id", () => {
    expect(checkSite(files)).toEqual([]);
  });

  test("lists a name once for all versions of its kind, with a link to each", () => {
    expect(textOf(files, "a-z.html")).toMatch(
      />HorizontalPodAutoscaler\.<wbr>spec\.<wbr>maxReplicas<\/a> also <a href="autoscaling\/v2\//,
    );
  });

  test("gives every place of every kind the id that kubectl explain takes", () => {
    const ingress = textOf(files, "networking.k8s.io/v1/ingress.html");
    expect(ingress).toContain('<li id="spec.rules.http.paths.pathType">');
    expect(ingress).toContain("One of <code>Exact</code>, <code>ImplementationSpecific</code>, <code>Prefix</code>");
    expect(textOf(files, "core/v1/pod.html")).toContain('<li id="spec.containers.image">');
  });

  test("has no broken link with the history of all versions either", async () => {
    const models: SchemaModel[] = [];
    for (const version of [...schemas.versions].reverse()) models.push(await schemas.read(version));
    const all = build(...models);
    expect(all.length).toBeGreaterThanOrEqual(files.length);
    expect(checkSite(all)).toEqual([]);
  });

  test("has a JSON Schema of each kind without dangling references", () => {
    const { $defs } = JSON.parse(textOf(files, "schemas/definitions.json"));
    const refs = [...textOf(files, "schemas/definitions.json").matchAll(/"#\/\$defs\/([^"]*)"/g)].map(([, name]) =>
      name
    );
    expect(refs.filter((name) => !Object.hasOwn($defs, name ?? ""))).toEqual([]);
    expect(JSON.parse(textOf(files, "schemas/networking.k8s.io/v1/ingress.json")).$ref)
      .toBe("../../../schemas/definitions.json#/$defs/io.k8s.api.networking.v1.Ingress");
  });
});

function read(definitions: Readonly<Record<string, object>>): SchemaModel {
  return readOpenApiV2({ swagger: "2.0", definitions }, { kubernetesVersion: "v1.36", name: "odd", sha256: "" }).model;
}
