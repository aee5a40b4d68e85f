/** Names hosts without repeats, at most four of them. */
export function listHosts(hosts: readonly string[]): string {
  const sorted = [...new Set(hosts)].sort();
  const shown = sorted.slice(0, 4).join(", ");
  return sorted.length > 4 ? `${shown} and ${sorted.length - 4} more` : shown;
}
