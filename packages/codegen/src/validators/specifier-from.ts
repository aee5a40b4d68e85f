/** Writes a module specifier: `target` is relative to the output folder, or the name of a package, which is kept. */
export function specifierFrom(path: string, target: string): string {
  const isPackage = target.startsWith("@") || /^[a-z]+:/.test(target);
  if (isPackage) return target;
  const up = "../".repeat(path.split("/").length - 1);
  const plain = target.replace(/^\.\//, "");
  return up === "" && !plain.startsWith("../") ? `./${plain}` : `${up}${plain}`;
}
