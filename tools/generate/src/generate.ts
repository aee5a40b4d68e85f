import { emitVersionedValidators } from "@kubeschema/codegen";
import type { SchemaModel } from "@kubeschema/model";
import { ruleModules } from "@kubeschema/validators/rule-modules";
import { emitSchemas } from "./emit-schemas.ts";
import { emitVersionedTypes } from "./emit-versioned-types.ts";
import type { InputCache } from "./input-cache.ts";
import { InputError } from "./input-error.ts";
import { loadModel, readFacts } from "./load-model.ts";
import { readPinnedInputs } from "./pinned-input.ts";
import { readResolvedInputs } from "./resolved-inputs.ts";
import { type TreeFile, writeTree } from "./write-tree.ts";

/** The targets that can be generated. */
export type TargetName = "types" | "validators" | "schemas";

/** The versions of a target, and how it is emitted. */
interface Target {
  readonly wants: (version: string) => boolean;
  readonly emit: (models: Models) => readonly TreeFile[];
}

type Models = readonly [SchemaModel, ...SchemaModel[]];

const isSupported = (version: string): boolean => readPinnedInputs().versions[version]?.isForPagesOnly !== true;

const targets: Readonly<Record<TargetName, Target>> = {
  types: { wants: isSupported, emit: emitVersionedTypes },
  validators: { wants: isSupported, emit: emitAllValidators },
  schemas: { wants: () => true, emit: (models) => emitSchemas(models, models[0].kubernetesVersion) },
};

function emitAllValidators(models: Models): readonly TreeFile[] {
  return emitVersionedValidators(models, {
    rules: ruleModules,
    otherRules: { module: "../rules/metadata/any-object.ts", export: "checkAnyObject", decidesRequired: false },
    lifecycles: readFacts(models[0].kubernetesVersion).lifecycles,
    objectTypes: "@kubeschema/types",
    runtime: "../runtime/mod.ts",
    types: "../mod.ts",
  });
}

/** Tells whether a word names a target. */
export function isTargetName(name: string): name is TargetName {
  return Object.hasOwn(targets, name);
}

/**
 * Writes `src/gen` of one package from the resolved inputs.
 *
 * @returns One line that says what was written.
 */
export async function generate(name: TargetName, folder: string, cache: InputCache): Promise<string> {
  const { default: defaultVersion, inputs } = readResolvedInputs();
  const target = targets[name];
  const wanted = inputs.filter(({ version }) => target.wants(version));
  const models: SchemaModel[] = [];
  const problems: string[] = [];
  for (const input of wanted) {
    const { model, diagnostics } = await loadModel(input, cache);
    models.push(model);
    for (const { severity, place, message } of diagnostics) {
      if (severity === "error") problems.push(`${input.version} ${place}: ${message}`);
    }
  }
  if (problems.length > 0) throw new InputError(`Cannot use the pinned input: ${problems.join("; ")}`);
  const [first, ...others] = models;
  if (!first) throw new InputError(`Cannot find ${defaultVersion} among the resolved inputs. Try: npm run inputs`);
  const files = target.emit([first, ...others]);
  writeTree(folder, files);
  return `${name}: ${files.length} files from ${models.map(({ kubernetesVersion }) => kubernetesVersion).join(", ")}`;
}
