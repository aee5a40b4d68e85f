import { changeTlsEntry, repeatsRoutes } from "../objects/ingress-object.ts";
import { formatReference, replaceObject, withSpec } from "../objects/kube-object.ts";
import { askedRoutes } from "../place/asked-route.ts";
import { hasWildcard, pickRoute, type Place, zoneOf } from "../place/place.ts";
import { type FaultRow, routesOf } from "./fault.ts";
import { inSecret, serving, withPair } from "./in-secret.ts";
import { onSharedHost } from "./on-shared-host.ts";

/** Faults in certificates, and in what requests them. */
export const tlsFaults: readonly FaultRow[] = [
  inSecret("tls/secret-missing", "the Secret is deleted", () => undefined),
  {
    rule: "tls/secret-missing",
    way: "an Ingress mistypes the name",
    severity: "error",
    inject: (place) => {
      const route = pickRoute(place, ({ secret }) => secret !== undefined);
      if (route?.tls === undefined) return undefined;
      const { ingress, tls } = route;
      const secretName = `${tls.secretName}-2025`;
      const objects = changeTlsEntry(place.objects, { ingress, tls }, { ...tls, secretName });
      const secret = `${ingress.metadata.namespace}/${secretName}`;
      return { objects, object: `Secret ${secret}`, routes: routesOf(objects, (one) => one.secret === secret) };
    },
  },
  inSecret("tls/secret-keys", "the certificate is under another name", (secret, { good }) => ({
    ...secret,
    type: "Opaque",
    data: { "cert.pem": btoa(good.pem), "tls.key": btoa(good.keyPem) },
  })),
  {
    ...inSecret(
      "tls/secret-keys",
      "the key is empty, which the server accepts",
      (secret, { good }) => withPair(secret, { pem: good.pem, keyPem: "" }),
    ),
    // In a snapshot, somebody has removed the key.
    only: "server",
  },
  inSecret(
    "tls/certificate-unreadable",
    "tls.crt holds something else",
    (secret, { good }) => withPair(secret, { pem: "not a certificate", keyPem: good.keyPem }),
  ),
  inSecret(
    "tls/certificate-unreadable",
    "tls.crt holds a certificate that is cut off",
    (secret, { good }) =>
      withPair(secret, {
        pem: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        keyPem: good.keyPem,
      }),
  ),
  serving("expired", "tls/certificate-expired", "the certificate has expired"),
  serving("early", "tls/certificate-not-yet-valid", "the certificate is valid only later"),
  serving("mismatched", "tls/key-mismatch", "the key is that of another certificate"),
  serving("temporary", "tls/temporary-certificate", "cert-manager has not replaced its placeholder"),
  serving("ending", "tls/certificate-expiring", "the certificate ends within two weeks", { isWarning: true }),
  serving("unlinked", "tls/chain-incomplete", "a certificate follows that is not its issuer's", { isWarning: true }),
  inSecret("tls/chain-incomplete", "the intermediate is only in ca.crt", (secret, { leaf, authoritiesPem }) => {
    const { data, ...rest } = withPair(secret, leaf);
    return { ...rest, data: { ...data, "ca.crt": btoa(authoritiesPem) } };
  }),
  serving("other", "tls/host-not-covered", "the certificate is for another domain", {
    // An Ingress for any host is not judged by its names.
    isHit: ({ tls }) => (tls?.hosts?.length ?? 0) > 0,
  }),
  inSecret("tls/secret-type", "it is Opaque", (secret) => ({ ...secret, type: "Opaque" }), { isWarning: true }),
  {
    rule: "tls/host-without-rule",
    way: "an entry lists one host more",
    severity: "warning",
    inject: (place) => {
      const route = pickRoute(
        place,
        ({ tls, host, ingress }) =>
          tls?.hosts !== undefined && host !== "" && ingress.spec.defaultBackend === undefined &&
          ingress.spec.rules?.every((rule) => rule.host !== undefined) === true,
      );
      if (route?.tls === undefined) return undefined;
      const { ingress, tls, host } = route;
      const zone = zoneOf(place, host);
      if (hasWildcard(place.objects, zone)) return undefined;
      const entry = { ...tls, hosts: [...tls.hosts ?? [], `typo.${zone}`] };
      return {
        objects: changeTlsEntry(place.objects, { ingress, tls }, entry),
        object: formatReference(ingress),
      };
    },
  },
  {
    rule: "tls/rule-without-tls",
    way: "a rule is added and its entry forgotten",
    severity: "warning",
    inject: (place) => {
      const route = pickRoute(
        place,
        (one) =>
          one.tls?.hosts?.includes(one.host) === true && one.path !== "" && !repeatsRoutes(one.ingress) &&
          one.ingress.spec.tls?.every(({ hosts = [] }) => hosts.length > 0) === true,
      );
      const zone = place.zones.find((candidate) =>
        !isListed(place, candidate) && !hasWildcard(place.objects, candidate)
      );
      if (route === undefined || zone === undefined) return undefined;
      const { ingress } = route;
      const rule = ingress.spec.rules?.find(({ host }) => host === route.host);
      const rules = [...ingress.spec.rules ?? [], { ...rule, host: `forgotten.${zone}` }];
      return {
        objects: replaceObject(place.objects, ingress, withSpec(ingress, { rules })),
        object: formatReference(ingress),
      };
    },
  },
  {
    rule: "tls/rule-without-tls",
    way: "the entries are gone, and others of the class have some",
    severity: "info",
    inject: (place) => {
      const { objects } = place;
      const listing = askedRoutes(objects);
      const route = pickRoute(
        place,
        ({ host, tls, ingress }) =>
          host !== "" && tls?.hosts?.includes(host) === true && !repeatsRoutes(ingress) &&
          // Another Ingress of the class lists other hosts, and none lists these.
          ingress.spec.rules?.every(({ host = "" }) => host !== "" && !isListed(place, zoneOf(place, host))) === true &&
          listing.some((other) =>
            other.ingress !== ingress && other.tls?.hosts !== undefined &&
            other.ingress.spec.ingressClassName === ingress.spec.ingressClassName
          ) &&
          !listing.some((other) => other.ingress !== ingress && other.host === host),
      );
      if (route === undefined) return undefined;
      return {
        objects: replaceObject(objects, route.ingress, withSpec(route.ingress, { tls: undefined })),
        object: formatReference(route.ingress),
      };
    },
  },
  {
    rule: "tls/duplicate-sni",
    way: "another team has a path of the host, and a certificate of its own",
    severity: "warning",
    inject: onSharedHost(() => [{ path: "/of-another-team", pathType: "Prefix" }], { hasTls: true }),
  },
];

/** Tells whether an entry lists every host of a domain. */
function isListed({ objects }: Place, zone: string): boolean {
  return askedRoutes(objects).some(({ ingress: { spec: { tls = [] } } }) =>
    tls.some(({ hosts = [] }) => hosts.includes(`*.${zone}`))
  );
}
