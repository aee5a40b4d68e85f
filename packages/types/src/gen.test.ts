import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const index = fileURLToPath(new URL("./gen/objects.ts", import.meta.url));
const program = ts.createProgram([index], {
  strict: true,
  noEmit: true,
  types: [],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
});
const checker = program.getTypeChecker();

/** Every kind with the literal types of its apiVersion and kind, as the compiler sees them. */
function listKinds(): readonly { want: string; is: string }[] {
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

  test("have all 191 kinds of v1.36, each with required literals", () => {
    const kinds = listKinds();
    expect(kinds).toHaveLength(191);
    expect(kinds.filter(({ want, is }) => want !== is)).toEqual([]);
  });
});
