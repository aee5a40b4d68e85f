import type { OutgoingHttpHeaders } from "node:http";
import { ObservationError } from "../observation-error.ts";
import type { ChosenContext } from "./override-kubeconfig.ts";

/**
 * The headers of a caller who acts as somebody else.
 *
 * @see {@link https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation}
 * @throws {ObservationError} If there are groups, a uid or extra fields, and no user for them.
 */
export function impersonationHeaders({ user, extras }: Pick<ChosenContext, "user" | "extras">): OutgoingHttpHeaders {
  const { asUid, asGroups = [], asUserExtra = {} } = extras;
  const hasMore = asUid !== undefined || asGroups.length > 0 || Object.keys(asUserExtra).length > 0;
  if (!user.impersonateUser) {
    if (!hasMore) return {};
    throw new ObservationError(
      "Cannot act as a group or uid alone: the API server wants a user name with it",
      "--as USER beside --as-group and --as-uid",
    );
  }
  return {
    "Impersonate-User": user.impersonateUser,
    ...(asUid === undefined ? {} : { "Impersonate-Uid": asUid }),
    ...(asGroups.length === 0 ? {} : { "Impersonate-Group": [...asGroups] }),
    ...Object.fromEntries(
      Object.entries(asUserExtra).map(([key, values]) => [`Impersonate-Extra-${encodeURIComponent(key)}`, [...values]]),
    ),
  };
}
