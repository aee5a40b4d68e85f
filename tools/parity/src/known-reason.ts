import type { Difference } from "./compare-kind.ts";

/** Why the judges differ on an object, where that is known and right. */
export function knownReason({ object, server, ours }: Difference): string | undefined {
  const isOwners = ours.filter((line) => !server.includes(line)).join() === "metadata.ownerReferences Invalid" &&
    server.every((line) => ours.includes(line));
  return isOwners && ownersOf(object).some(isNamelessController)
    ? "a controller without a name does not count on this server"
    : undefined;
}

function ownersOf({ metadata }: Difference["object"]): readonly unknown[] {
  // Only objects are asked for a field.
  const owners = (metadata as { readonly ownerReferences?: unknown } | undefined)?.ownerReferences;
  return Array.isArray(owners) ? owners : [];
}

function isNamelessController(owner: unknown): boolean {
  if (typeof owner !== "object" || owner === null) return false;
  const { name, controller } = owner as { readonly name?: unknown; readonly controller?: unknown };
  return controller === true && (name === undefined || name === null || name === "");
}
