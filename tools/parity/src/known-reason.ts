import type { Difference } from "./compare-kind.ts";

// Servers before 1.27 write the profile of each container into an annotation of its Pod as well.
const seccomp = /^metadata\.annotations(?:\.container\.seccomp\S+)? (?:Invalid|TooLong)$/;
const request = /^spec\.(?:initC|c)ontainers\[\d+\]\.resources\.requests\[.*\] Invalid$/;

/** The reason why the judges differ on an object, where it is known and right. */
export function knownReason(difference: Difference): string | undefined {
  const missed = difference.server.filter((line) => !difference.ours.includes(line));
  const isMore = missed.length > 0 && difference.ours.every((line) => difference.server.includes(line));
  const { kind } = difference.object;
  if (isMore && (kind === "Job" || kind === "ReplicationController") && missed.join() === "metadata.labels Invalid") {
    return "without labels of its own it gets those of its template, and their faults are reported twice";
  }
  if (kind === "Pod") {
    if (isMore && missed.every((line) => seccomp.test(line))) {
      return "this server copies seccomp profiles to annotations";
    }
    if (isMore && missed.every((line) => request.test(line) && difference.ours.includes(limitOf(line)))) {
      return "a limit without a request is one in Pods, and its faults are reported twice";
    }
  }
  if (difference.server.some((line) => line.startsWith("answered 504:"))) return "the server took too long";
  return ownersReason(difference);
}

function limitOf(line: string): string {
  return line.replace(".resources.requests[", ".resources.limits[");
}

function ownersReason({ object, server, ours }: Difference): string | undefined {
  const isOwners = ours.filter((line) => !server.includes(line)).join() === "metadata.ownerReferences Invalid" &&
    server.every((line) => ours.includes(line));
  return isOwners && ownersOf(object).some(isNamelessController)
    ? "a controller without a name does not count on this server"
    : undefined;
}

function ownersOf({ metadata }: Difference["object"]): readonly unknown[] {
  // Fields are read from objects only.
  const owners = (metadata as { readonly ownerReferences?: unknown } | undefined)?.ownerReferences;
  return Array.isArray(owners) ? owners : [];
}

function isNamelessController(owner: unknown): boolean {
  if (typeof owner !== "object" || owner === null) return false;
  const { name, controller } = owner as { readonly name?: unknown; readonly controller?: unknown };
  return controller === true && (name === undefined || name === null || name === "");
}
