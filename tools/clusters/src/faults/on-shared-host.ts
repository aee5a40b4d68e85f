import type { Path } from "../objects/ingress-object.ts";
import { formatReference } from "../objects/kube-object.ts";
import { type AskedRoute, askedRoutes } from "../place/asked-route.ts";
import { pickRoute, type Place } from "../place/place.ts";
import { type Hit, routesOf } from "./fault.ts";
import { addGuest, takesGuests } from "./guest-ingress.ts";

type PathOf = Pick<Path, "path" | "pathType">;

/** Adds a younger Ingress of another team to the host of a route; `pathsFor` gives nothing where it will not do. */
export function onSharedHost(
  pathsFor: (route: AskedRoute, used: ReadonlySet<string>) => readonly PathOf[] | undefined,
  { hasTls = false }: { readonly hasTls?: boolean } = {},
): (place: Place) => Hit | undefined {
  return (place) => {
    const route = pickRoute(
      place,
      ({ host, path, tls, ingress }) =>
        host !== "" && path !== "" && takesGuests(place, ingress) &&
        (!hasTls || tls?.hosts?.includes(host) === true && tls.secretName !== undefined),
    );
    if (route === undefined) return undefined;
    const { host } = route;
    const used = new Set(
      askedRoutes(place.objects).filter((one) => one.host === host).map(({ pathType, path }) => `${pathType} ${path}`),
    );
    const paths = pathsFor(route, used);
    if (paths === undefined) return undefined;
    const { ingress, objects } = addGuest(place, route, { host, paths, hasTls });
    return { objects, object: formatReference(ingress), routes: routesOf(objects, (one) => one.ingress === ingress) };
  };
}
