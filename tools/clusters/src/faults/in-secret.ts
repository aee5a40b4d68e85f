import type { CertificateSet, PemPair } from "../certificates/certificate-set.ts";
import { findObject, formatReference, type KubeObject, nameOf, replaceObject } from "../objects/kube-object.ts";
import { type AskedRoute, askedRoutes } from "../place/asked-route.ts";
import { pickRoute, zoneOf } from "../place/place.ts";
import { type FaultRow, routesOf } from "./fault.ts";

/** Options of a fault in a Secret. */
export interface InSecretOptions {
  readonly isWarning?: boolean;
  /** Selects the routes with the Secret that it affects. Default: all. */
  readonly isHit?: (route: AskedRoute) => boolean;
}

/** Makes a fault in a Secret whose certificate routes need; `change` returns nothing to delete the Secret. */
export function inSecret(
  rule: string,
  way: string,
  change: (secret: KubeObject, certificates: CertificateSet) => KubeObject | undefined,
  { isWarning = false, isHit = () => true }: InSecretOptions = {},
): FaultRow {
  return {
    rule,
    way,
    severity: isWarning ? "warning" : "error",
    inject: (place) => {
      const route = pickRoute(place, (one) => one.secret !== undefined && isHit(one));
      const secret = findObject(place.objects, "Secret", route?.secret ?? "");
      if (secret === undefined) return undefined;
      const name = nameOf(secret);
      const host = askedRoutes(place.objects).find((one) => one.secret === name && one.host !== "")?.host;
      if (host === undefined) return undefined;
      const changed = change(secret, place.certificatesOf(zoneOf(place, host)));
      const objects = replaceObject(place.objects, secret, ...(changed === undefined ? [] : [changed]));
      return {
        objects,
        object: formatReference(secret),
        routes: routesOf(objects, (one) => one.secret === name && isHit(one)),
      };
    },
  };
}

/** Makes a Secret with one of the certificates that are made for its domain. */
export function serving(
  name: Exclude<keyof CertificateSet, "authoritiesPem">,
  rule: string,
  way: string,
  options: InSecretOptions = {},
): FaultRow {
  return inSecret(rule, way, (secret, certificates) => withPair(secret, certificates[name]), options);
}

/** Puts a certificate and its key into a Secret, and nothing else. */
export function withPair(secret: KubeObject, { pem, keyPem }: PemPair): KubeObject & { readonly data: object } {
  return { ...secret, data: { "tls.crt": btoa(pem), "tls.key": btoa(keyPem) } };
}
