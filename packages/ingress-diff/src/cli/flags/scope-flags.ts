import { type FlagTable, inGroup, switchFlag, textFlag, UsageError } from "@kubeschema/command-kit";

/** The namespaces to look at. */
export interface ScopeOptions {
  readonly namespace?: string;
  readonly allNamespaces: boolean;
}

/** The flags that say which namespaces to look at. */
export const scopeFlags: FlagTable<ScopeOptions> = inGroup("Selection", {
  namespace: textFlag({ short: "n", value: "NS", help: "one namespace; the default is the context's" }),
  allNamespaces: switchFlag({ short: "A", help: "every namespace" }),
});

/**
 * Checks that one namespace is requested, or all.
 *
 * @throws {UsageError} If both are.
 */
export function checkScope({ namespace, allNamespaces }: ScopeOptions): void {
  if (allNamespaces && namespace !== undefined) throw new UsageError("-A and -n exclude each other");
}

/** The one namespace to look at, by its flags or the usual one; `undefined` for all. */
export function namespaceOf({ namespace, allNamespaces }: ScopeOptions, usual: string): string | undefined {
  return allNamespaces ? undefined : namespace ?? usual;
}
