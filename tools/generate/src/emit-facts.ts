import { clientTypingsFacts } from "./client-typings-facts.ts";
import type { InputCache } from "./input-cache.ts";
import { InputError } from "./input-error.ts";
import { readInput } from "./load-model.ts";
import { readResolvedInputs } from "./resolved-inputs.ts";

/**
 * Writes the facts about the default version's client typings, as the file under `facts/` has them.
 *
 * @throws {InputError} If only the typings themselves are available.
 */
export async function emitFacts(cache: InputCache): Promise<string> {
  const { default: version, inputs } = readResolvedInputs();
  const input = inputs.find((candidate) => candidate.version === version && candidate.format === "openapi-v2");
  if (!input) {
    throw new InputError(
      `Cannot take facts for ${version}: its OpenAPI document is not available. Try: npm run inputs`,
    );
  }
  const { model } = await readInput(input, cache);
  return `${JSON.stringify(clientTypingsFacts(model), null, 2)}\n`;
}
