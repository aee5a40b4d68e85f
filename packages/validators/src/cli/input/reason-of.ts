const reasons: Readonly<Record<string, string>> = {
  EACCES: "There is no permission to read it",
  EISDIR: "It is a folder",
  ELOOP: "It is a link that leads in a circle",
  ENAMETOOLONG: "Its name is too long",
  ENOENT: "It does not exist, or is a link to what does not",
  ENOTDIR: "A part of its path is not a folder",
  EPERM: "There is no permission to read it",
};

/** Says why something could not be read. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
