import type { Flag } from "./flag.ts";

/** The long name of a flag: `kubernetesVersion` is `--kubernetes-version`. */
export function longName(option: string): string {
  return option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Whether a flag takes no value. */
export function isSwitch({ value }: Pick<Flag<unknown>, "value">): boolean {
  return value === undefined;
}

/** What help says of a flag: what it does, the values it takes, and what it is without being given. */
export function describeFlag({ help, value = "", choices, defaultText, isRepeatable }: Flag<unknown>): string {
  const isListed = choices === undefined || value.includes("|") || choices.some((choice) => !help.includes(choice));
  const notes = [
    ...(choices !== undefined && isListed && !value.includes("|") ? [choices.join(", ")] : []),
    ...(defaultText === undefined ? [] : [`default ${defaultText}`]),
    ...(isRepeatable === true ? ["may be given again"] : []),
  ];
  return notes.length === 0 ? help : `${help} (${notes.join("; ")})`;
}
