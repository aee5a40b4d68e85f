/** What the command line says, by the flags' names; what is not given is `undefined`. */
export type FlagValues = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** The text of a flag. */
export function textOfFlag(values: FlagValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** The texts of a flag that may be given several times. */
export function textsOfFlag(values: FlagValues, name: string): readonly string[] | undefined {
  const value = values[name];
  return typeof value === "object" ? value.filter((item) => typeof item === "string") : undefined;
}
