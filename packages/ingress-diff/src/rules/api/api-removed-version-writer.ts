import type { FieldWriter } from "../../observe/cluster-view.ts";
import type { RouteSource } from "../../routes/route.ts";
import type { Rule } from "../rule/rule.ts";
import { minorVersionOf } from "../rule/server-version.ts";

/** Versions of Ingress that Kubernetes 1.22 no longer serves. */
const removedVersions = new Set(["extensions/v1beta1", "networking.k8s.io/v1beta1"]);
const removedInMinor = 22;

const id = "api/removed-version-writer";

/**
 * A client has written Ingresses through a version of the API that Kubernetes 1.22 removed: one note for each client
 * and version.
 *
 * The entry in `managedFields` stays when the client is long gone, so its time is said and no more is claimed.
 *
 * @see {@link https://kubernetes.io/docs/reference/using-api/deprecation-guide/#ingress-v122}
 */
export const apiRemovedVersionWriter: Rule<typeof id> = {
  id,
  summary: "A client has written Ingresses through a version of the API that Kubernetes 1.22 removed.",
  severity: "info",
  why:
    "A client that still writes extensions/v1beta1 or networking.k8s.io/v1beta1 fails on Kubernetes 1.22 and later. What it once wrote is kept in managedFields, also when the client is long gone.",
  fix: "see whether the client is still in use, and have it write networking.k8s.io/v1",
  scope: "view",
  example: {
    given: "a client writes through a version that Kubernetes 1.22 removed",
    says: /^"[^"]+" wrote 1 Ingress through (?:extensions|networking\.k8s\.io)\/v1beta1/,
  },
  check: ({ sources, view }) => {
    const writes: { readonly source: RouteSource; readonly writer: FieldWriter }[] = [];
    for (const source of sources) {
      for (const writer of source.writers) if (removedVersions.has(writer.apiVersion)) writes.push({ source, writer });
    }
    const minor = minorVersionOf(view.serverVersion);
    const isServed = minor !== undefined && minor < removedInMinor;
    const groups = Map.groupBy(writes, ({ writer: { manager, apiVersion } }) => JSON.stringify([manager, apiVersion]));
    return [...groups].map(([key, group]) => {
      const [manager = "", apiVersion = ""] = JSON.parse(key) as readonly string[]; // made a few lines above
      const ofClient = [...new Set(group.map(({ source }) => source))];
      const times = group.flatMap(({ writer: { time } }) => time === undefined ? [] : [time]).sort();
      const last = times.at(-1);
      return {
        // The client is at fault, not one of its Ingresses: the name means all that it wrote.
        object: { apiVersion: "networking.k8s.io/v1", kind: "Ingress", namespace: view.namespace ?? "", name: "*" },
        detail: key,
        fieldPath: ".metadata.managedFields",
        should: "writes through networking.k8s.io/v1",
        is: `"${manager}" wrote ${ofClient.length === 1 ? "1 Ingress" : `${ofClient.length} Ingresses`} through ` +
          `${apiVersion}${last === undefined ? "" : `, the last time at ${last}`}${
            isServed ? "" : "; on Kubernetes 1.22 and later such a write fails"
          }`,
        fix: isServed
          ? `find what runs as "${manager}", and have it write networking.k8s.io/v1 before the server becomes 1.22`
          : `see whether what ran as "${manager}" is still in use, and have it write networking.k8s.io/v1; there is ` +
            "nothing to do otherwise",
        routes: [],
        sources: ofClient,
      };
    });
  },
};
