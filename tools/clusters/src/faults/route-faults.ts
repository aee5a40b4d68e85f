import { changePath, isIngress, type Path } from "../objects/ingress-object.ts";
import { formatReference, type KubeObject, withMetadata, withSpec } from "../objects/kube-object.ts";
import { type AskedRoute, askedRoutes } from "../place/asked-route.ts";
import { hasWildcard, pickRoute, type Place, zoneOf } from "../place/place.ts";
import type { FaultRow } from "./fault.ts";
import { addGuest, takesGuests } from "./guest-ingress.ts";
import { onSharedHost } from "./on-shared-host.ts";

/** Faults between routes: most add an Ingress of a team that did not know about the first one. */
export const routeFaults: readonly FaultRow[] = [
  {
    rule: "route/duplicate",
    way: "another team asks for the same host and path",
    severity: "error",
    inject: onSharedHost(({ path, pathType }) => [{ path, pathType }]),
  },
  {
    rule: "route/duplicate",
    way: "another team has a copy of the whole, with a certificate of its own",
    severity: "error",
    inject: onSharedHost(({ path, pathType }) => [{ path, pathType }], { hasTls: true }),
  },
  {
    rule: "route/shadowed",
    way: "another team asks for the same prefix in another way",
    severity: "warning",
    inject: onSharedHost(({ path, pathType }, used) =>
      pathType === "Prefix" && !used.has(`ImplementationSpecific ${path}`)
        ? [{ path, pathType: "ImplementationSpecific" }]
        : undefined
    ),
  },
  {
    rule: "route/wildcard-overlap",
    way: "another team takes one path of a host that a wildcard served",
    severity: "warning",
    needs: { wildcard: true },
    inject: (place) => {
      const route = pickRoute(place, ({ host, ingress }) => host.startsWith("*.") && takesGuests(place, ingress));
      if (route === undefined) return undefined;
      const host = `only-api.${zoneOf(place, route.host)}`;
      const { ingress, objects } = addGuest(place, route, { host, paths: [{ path: "/api", pathType: "Prefix" }] });
      return { objects, object: formatReference(ingress) };
    },
  },
  {
    rule: "route/wildcard-overlap",
    way: "a wildcard comes beside a host that has rules for some paths only",
    severity: "warning",
    inject: (place) => {
      const { objects } = place;
      const route = pickRoute(
        place,
        (one) =>
          one.host !== "" && one.path === "/" && one.pathType === "Prefix" &&
          one.tls?.hosts?.includes(one.host) === true &&
          takesGuests(place, one.ingress) && isOnlyPartialIn(objects, place, one),
      );
      if (route === undefined) return undefined;
      const zone = zoneOf(place, route.host);
      const changed = changePath(objects, route, (path) => ({ ...path, path: "/v1" }));
      const wildcard = withMetadata(
        withSpec(route.ingress, {
          tls: [{ ...route.tls, hosts: [`*.${zone}`] }],
          rules: [{ host: `*.${zone}`, http: { paths: [{ ...pathOf(route), path: "/" }] } }],
        }),
        { name: `${route.ingress.metadata.name}-any` },
      );
      return { objects: [...changed, wildcard], object: formatReference(route.ingress) };
    },
  },
  {
    rule: "route/regex-path",
    way: "a prefix is written as a pattern",
    severity: "warning",
    needs: { subpath: true },
    inject: (place) => {
      const hosts = new Set(
        place.objects.filter(isIngress).filter(({ metadata }) =>
          metadata.annotations?.["nginx.ingress.kubernetes.io/use-regex"] === "true"
        ).flatMap(({ spec: { rules = [] } }) => rules.map(({ host }) => host)),
      );
      const route = pickRoute(
        place,
        ({ host, pathType, path }) => pathType === "Prefix" && !hosts.has(host) && path !== "/",
      );
      if (route === undefined) return undefined;
      const objects = changePath(place.objects, route, (path) => ({ ...path, path: `${path.path}/.*` }));
      return { objects, object: formatReference(route.ingress) };
    },
  },
];

/** Tells whether a host would be the only one of its domain that a wildcard neither replaces nor leaves alone. */
function isOnlyPartialIn(objects: readonly KubeObject[], place: Place, { host, ingress }: AskedRoute): boolean {
  const zone = zoneOf(place, host);
  if (hasWildcard(objects, zone)) return false;
  const ofZone = askedRoutes(objects).filter((one) => one.host.endsWith(`.${zone}`));
  const whole = new Set(
    ofZone.filter(({ path, pathType }) => path === "/" && pathType === "Prefix").map((one) => one.host),
  );
  return ofZone.every((one) => one.host === host ? one.ingress === ingress : whole.has(one.host));
}

function pathOf({ ingress, host, path }: AskedRoute): Path | undefined {
  return ingress.spec.rules?.find((rule) => rule.host === host)?.http?.paths.find((one) => one.path === path);
}
