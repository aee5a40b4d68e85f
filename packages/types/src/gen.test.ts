import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

interface PinnedInputs {
  readonly versions: Readonly<Record<string, PinnedInput>>;
}

interface PinnedInput {
  readonly contains: { readonly kinds: number };
  readonly isForPagesOnly?: boolean;
}

const generate = new URL("../../../tools/generate/", import.meta.url);
const { versions }: PinnedInputs = JSON.parse(readFileSync(new URL("inputs.json", generate), "utf8"));
const { default: top }: { readonly default: string } = JSON.parse(
  readFileSync(new URL(".resolved/inputs.json", generate), "utf8"),
);

/** The index of one version; a version that was not available when the types were generated has none. */
const indexes = Object.entries(versions).filter(([, { isForPagesOnly }]) => isForPagesOnly !== true).map(
  ([version, { contains }]) => {
    const path = version === top ? "./gen/objects.ts" : `./gen/${version}/objects.ts`;
    return { version, kindCount: contains.kinds, index: fileURLToPath(new URL(path, import.meta.url)) };
  },
).filter(({ index }) => existsSync(index));

const program = ts.createProgram(indexes.map(({ index }) => index), {
  strict: true,
  noEmit: true,
  types: [],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
});
const checker = program.getTypeChecker();

/** Every kind with the literal types of its apiVersion and kind, as the compiler sees them. */
function listKinds(index: string): readonly { want: string; is: string }[] {
  const source = program.getSourceFile(index);
  const declaration = source?.statements.find((statement) =>
    ts.isInterfaceDeclaration(statement) && statement.name.text === "ObjectsByApiVersion"
  );
  if (!declaration) throw new RangeError(`Cannot find ObjectsByApiVersion in "${index}"`);
  return checker.getTypeAtLocation(declaration).getProperties().flatMap((apiVersion) =>
    checker.getTypeOfSymbol(apiVersion).getProperties().map((kind) => {
      const literals = ["apiVersion", "kind"].map((name) => {
        const property = checker.getTypeOfSymbol(kind).getProperty(name);
        const isOptional = ((property?.flags ?? 0) & ts.SymbolFlags.Optional) !== 0;
        return `${property ? checker.typeToString(checker.getTypeOfSymbol(property)) : "-"}${isOptional ? "?" : ""}`;
      });
      return { want: `"${apiVersion.name}" "${kind.name}"`, is: literals.join(" ") };
    })
  );
}

describe("the generated types", () => {
  test("compile without a diagnostic", () => {
    expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([]);
  });

  test.each(indexes)("have all $kindCount kinds of $version, each with required literals", ({ index, kindCount }) => {
    const kinds = listKinds(index);
    expect(kinds).toHaveLength(kindCount);
    expect(kinds.filter(({ want, is }) => want !== is)).toEqual([]);
  });
});
