/** Shortens a text to a width in characters, leaving out its middle, where hosts and paths differ least. */
export function shorten(text: string, width: number): string {
  const characters = [...text];
  if (characters.length <= width) return text;
  if (width < 3) return "…".slice(0, width);
  const head = Math.ceil((width - 1) / 2);
  return `${characters.slice(0, head).join("")}…${characters.slice(characters.length - (width - 1 - head)).join("")}`;
}
