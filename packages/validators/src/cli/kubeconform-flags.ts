import { CommandError } from "./command-error.ts";

/** What kubeconform needs to find schemas: here they are built in. */
const needless: ReadonlySet<string> = new Set(["cache"]);
const needlessSwitches: ReadonlySet<string> = new Set(["debug", "insecure-skip-tls-verify"]);

/**
 * Turns the flags of kubeconform into ours, so that a pipeline can switch: Go programs write `-strict`, `-output json`
 * and `-strict=false`. Our own flags pass as they are.
 *
 * @param known The names of our flags.
 * @param switches Those of them that take no value.
 * @throws {CommandError} If a flag needs schemas from elsewhere.
 */
export function toOwnFlags(
  args: readonly string[],
  known: ReadonlySet<string>,
  switches: ReadonlySet<string>,
): readonly string[] {
  const own: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? "";
    if (arg === "--") return [...own, ...args.slice(index)];
    const [, name, value] = /^--?([a-z][a-z-]*)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === undefined) {
      own.push(arg);
    } else if (name === "schema-location") {
      const location = value ?? args[++index];
      if (location === "default") continue;
      throw new CommandError(
        "-schema-location is not supported: the schemas of Kubernetes are built in, others are not read",
        "--ignore-missing-schemas, which skips other kinds",
      );
    } else if (needless.has(name)) {
      if (value === undefined) index++;
    } else if (needlessSwitches.has(name)) {
      // Nothing to do.
    } else if (name === "n") {
      own.push("-n", value ?? args[++index] ?? "");
    } else if (switches.has(name) && value !== undefined) {
      own.push(isTrue(name, value) ? `--${name}` : `--no-${name}`);
    } else if (known.has(name)) {
      own.push(`--${name}${value === undefined ? "" : `=${value}`}`);
    } else {
      own.push(arg);
    }
  }
  return own;
}

/** The words of Go's flag package. */
function isTrue(name: string, value: string): boolean {
  if (/^(?:1|t|true)$/i.test(value)) return true;
  if (/^(?:0|f|false)$/i.test(value)) return false;
  throw new CommandError(`-${name} expects true or false, found "${value}"`);
}
