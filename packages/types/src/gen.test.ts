import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

/** Kinds of the official documents, counted independently of the reader and the emitter. */
const KINDS = { "v1.36": 191, "v1.35": 181, "v1.33": 177, "v1.32": 160, "v1.30": 158, "v1.28": 144 } as const;
const DEFAULT = "v1.36";

/** The index of one version; a version that could not be had when the types were generated has none. */
const indexes = Object.entries(KINDS).map(([version, kindCount]) => {
  const path = version === DEFAULT ? "./gen/objects.ts" : `./gen/${version}/objects.ts`;
  return { version, kindCount, index: fileURLToPath(new URL(path, import.meta.url)) };
}).filter(({ version, index }) => version === DEFAULT || existsSync(index));

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
