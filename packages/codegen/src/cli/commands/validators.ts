import { type Call, CommandError } from "@kubeschema/command-kit";
import type { Definition, SchemaModel } from "@kubeschema/model";
import { emitValidators, isCustom } from "../../validators/emit-validators.ts";
import { countRules } from "../../validators/left-to-server.ts";
import { generate, generator } from "../generate.ts";
import type { ValidatorsOptions } from "./validators-command.ts";

/** Writes validators. */
export async function runValidators(options: ValidatorsOptions, call: Call): Promise<number> {
  return await generate(options, call, {
    name: "validators",
    emit: (model) => {
      const ruleCount = Object.values(model.definitions).reduce((sum, { schema }) => sum + countRules(schema), 0);
      return { files: compile(model), notes: ruleCount === 0 ? [] : [leftToServer(ruleCount)] };
    },
  });
}

function leftToServer(ruleCount: number): string {
  return `${
    ruleCount === 1 ? "1 CEL rule of the schemas is" : `${ruleCount} CEL rules of the schemas are`
  } left to the API server`;
}

/**
 * AJV collects the constants of one module with a call that takes each as an argument: the stack limits their number.
 */
function compile(model: SchemaModel): ReturnType<typeof emitValidators> {
  try {
    return emitValidators(model, {
      generator,
      runtime: "@kubeschema/validators/runtime",
      types: "@kubeschema/validators",
      custom: isCustom,
    });
  } catch (cause) {
    if (!(cause instanceof RangeError) || !cause.message.startsWith("Maximum call stack")) throw cause;
    const countOf = ({ schema }: Definition): number => schema.type === "object" ? schema.fields.length : 0;
    const [largest] = Object.values(model.definitions).sort((a, b) => countOf(b) - countOf(a));
    const which = largest ? `: "${largest.name}" has ${countOf(largest)} fields` : "";
    throw new CommandError(`Cannot emit validators for an object that contains so many others${which}`, { cause });
  }
}
