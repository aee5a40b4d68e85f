import {
  type CelEnv,
  celEnv,
  type CelFunc,
  celFunc,
  type CelInput,
  celMethod,
  CelScalar,
  isCelError,
  parse,
  plan,
} from "@bufbuild/cel";
import { strings } from "@bufbuild/cel/ext";
import { compilePattern } from "../schema/pattern.ts";
import { countCalls } from "./count-calls.ts";
import { addressFunctions } from "./library/addresses.ts";
import { formatFunctions } from "./library/formats.ts";
import { listFunctions } from "./library/lists.ts";
import { optionalFunctions } from "./library/optionals.ts";
import { quantityFunctions } from "./library/quantities.ts";
import { regexFunctions } from "./library/regexes.ts";
import { setFunctions } from "./library/sets.ts";
import { urlFunctions } from "./library/urls.ts";

const searched: readonly CelFunc[] = [
  // The library would compile the pattern at each call.
  celMethod("matches", CelScalar.STRING, [CelScalar.STRING], CelScalar.BOOL, function (pattern) {
    return search(this, pattern);
  }),
  celFunc("matches", [CelScalar.STRING, CelScalar.STRING], CelScalar.BOOL, search),
];

const uncounted = celEnv({
  funcs: [
    ...strings,
    ...searched,
    ...addressFunctions,
    ...formatFunctions,
    ...listFunctions,
    ...optionalFunctions,
    ...quantityFunctions,
    ...regexFunctions,
    ...setFunctions,
    ...urlFunctions,
  ],
});

/**
 * What rules can call: CEL's own functions, those for strings, and those that Kubernetes adds.
 *
 * @see {@link https://kubernetes.io/docs/reference/using-api/cel/}
 */
export const environment: CelEnv = celEnv({ funcs: countCalls(uncounted.funcs) });

const durationOf = plan(environment, parse("duration(text)"));
const timestampOf = plan(environment, parse("timestamp(text)"));

/** @throws {CelError} If the text is not a duration that CEL reads: `3 days` is one to the server, and not to CEL. */
export function toDuration(text: string): CelInput {
  return read(durationOf({ text }));
}

/** @throws {CelError} If the text is not a time of RFC 3339. */
export function toTimestamp(text: string): CelInput {
  return read(timestampOf({ text: text.toUpperCase() }));
}

function read(value: ReturnType<typeof durationOf>): CelInput {
  if (isCelError(value)) throw value;
  return value;
}

function search(text: string, pattern: string): boolean {
  return compilePattern(pattern).test(text);
}
