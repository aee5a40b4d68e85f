const longest = 400;

/** Text from a definition, for a message of one line: control characters become spaces, and it is cut. */
export function safeLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
  return line.length <= longest ? line : `${[...line.slice(0, longest)].slice(0, -1).join("")}…`;
}
