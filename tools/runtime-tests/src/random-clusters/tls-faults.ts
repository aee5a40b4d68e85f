import { type AskedRoute, askedRoutes } from "./asked-routes.ts";
import { type Certificates, type ZoneCertificates, zoneOf, zones } from "./certificates.ts";
import { type ClusterObject, findObject, nameOf, replaceObject, withSpec } from "./cluster-object.ts";
import { brokenRoutes, type Injected, pickRoute, type RandomFault, type Target } from "./random-fault.ts";

/** Faults of certificates and of what asks for them. */
export const tlsFaults: readonly RandomFault[] = [
  onSecret("tls/secret-missing", "the Secret is deleted", () => []),
  {
    rule: "tls/secret-missing",
    way: "an Ingress mistypes the name",
    inject: (target) => {
      const route = pickRoute(target, ({ secret }) => secret !== undefined);
      if (route?.tls === undefined) return undefined;
      const { ingress, tls } = route;
      const secretName = `${tls.secretName}-2025`;
      const entries = ingress.spec.tls?.map((entry) => entry === tls ? { ...entry, secretName } : entry);
      const objects = replaceObject(target.objects, ingress, withSpec(ingress, { tls: entries }));
      const secret = `${ingress.metadata.namespace}/${secretName}`;
      return { objects, object: `Secret ${secret}`, broken: brokenRoutes(objects, (one) => one.secret === secret) };
    },
  },
  onSecret(
    "tls/secret-keys",
    "the certificate is under another name",
    (secret, { wildcard: { certificatePem, keyPem } }) => [{
      ...secret,
      type: "Opaque",
      data: { "cert.pem": btoa(certificatePem), "tls.key": btoa(keyPem) },
    }],
  ),
  onSecret("tls/certificate-unreadable", "tls.crt holds something else", (secret, { wildcard: { keyPem } }) => [{
    ...secret,
    data: { "tls.crt": btoa("not a certificate"), "tls.key": btoa(keyPem) },
  }]),
  serve("tls/certificate-expired", "expired"),
  serve("tls/certificate-not-yet-valid", "early"),
  serve("tls/key-mismatch", "mismatched"),
  serve("tls/temporary-certificate", "temporary"),
  serve("tls/certificate-expiring", "ending", { isWarning: true }),
  serve("tls/chain-incomplete", "unlinked", { isWarning: true }),
  // What serves any host is not judged by its names.
  serve("tls/host-not-covered", "other", { broken: ({ tls }) => (tls?.hosts?.length ?? 0) > 0 }),
  onSecret("tls/secret-type", "it is Opaque", (secret) => [{ ...secret, type: "Opaque" }], { isWarning: true }),
  {
    rule: "tls/host-without-rule",
    way: "an entry lists one host more",
    inject: (target) => {
      const route = pickRoute(
        target,
        ({ tls, host, ingress }) =>
          tls?.hosts !== undefined && host !== "" && ingress.spec.defaultBackend === undefined &&
          ingress.spec.rules?.every((rule) => rule.host !== undefined) === true,
      );
      if (route?.tls === undefined) return undefined;
      const { ingress, tls, host } = route;
      const typo = `typo.${zoneOf(host)}`;
      if (hasWildcard(target.objects, typo)) return undefined;
      const entries = ingress.spec.tls?.map((entry) =>
        entry === tls ? { ...entry, hosts: [...entry.hosts ?? [], typo] } : entry
      );
      const objects = replaceObject(target.objects, ingress, withSpec(ingress, { tls: entries }));
      return { objects, object: `Ingress ${nameOf(ingress)}` };
    },
  },
  {
    rule: "tls/rule-without-tls",
    way: "a rule is added and its entry forgotten",
    inject: (target) => {
      const route = pickRoute(target, ({ tls, host, path }) => tls?.hosts?.includes(host) === true && path !== "");
      if (route === undefined) return undefined;
      const { ingress } = route;
      const rule = ingress.spec.rules?.find(({ host }) => host === route.host);
      const host = `forgotten.${zones.find((zone) => zone !== zoneOf(route.host))}`;
      const isListed = askedRoutes(target.objects).some(({ ingress: { spec: { tls = [] } } }) =>
        tls.some(({ hosts = [] }) => hosts.includes(`*.${zoneOf(host)}`))
      );
      if (isListed || ingress.spec.tls?.some(({ hosts = [] }) => hosts.length === 0)) return undefined;
      const rules = [...ingress.spec.rules ?? [], { ...rule, host }];
      const objects = replaceObject(target.objects, ingress, withSpec(ingress, { rules }));
      if (hasWildcard(target.objects, host)) return undefined;
      return ingress.metadata.labels !== undefined || isCanary(ingress)
        ? undefined
        : { objects, object: `Ingress ${nameOf(ingress)}` };
    },
  },
];

function isCanary({ metadata }: ClusterObject): boolean {
  return metadata.annotations?.["nginx.ingress.kubernetes.io/canary"] === "true";
}

function hasWildcard(objects: readonly ClusterObject[], host: string): boolean {
  return askedRoutes(objects).some((route) => route.host === `*.${zoneOf(host)}`);
}

type Options = {
  readonly isWarning?: boolean;
  /** Of the routes with the Secret; all if not given. */
  readonly broken?: (route: AskedRoute) => boolean;
};

/** Puts another certificate into a Secret. */
function serve(rule: RandomFault["rule"], kind: keyof ZoneCertificates, options: Options = {}): RandomFault {
  return onSecret(rule, `the certificate is "${kind}"`, (secret, ofZone) => {
    const { certificatePem, keyPem } = ofZone[kind];
    return [{ ...secret, data: { "tls.crt": btoa(certificatePem), "tls.key": btoa(keyPem) } }];
  }, options);
}

/** Changes a Secret whose certificate routes need. */
function onSecret(
  rule: RandomFault["rule"],
  way: string,
  change: (secret: ClusterObject, ofZone: ZoneCertificates) => readonly ClusterObject[],
  { isWarning = false, broken = () => true }: Options = {},
): RandomFault {
  const inject = (target: Target): Injected | undefined => {
    const route = pickRoute(target, (one) => one.secret !== undefined && broken(one));
    const secret = findObject(target.objects, "Secret", route?.secret ?? "");
    if (secret === undefined) return undefined;
    const changed = change(secret, certificatesOf(target.certificates, secret));
    const objects = replaceObject(target.objects, secret, ...changed);
    const object = `Secret ${nameOf(secret)}`;
    if (isWarning) return { objects, object };
    return { objects, object, broken: brokenRoutes(objects, (one) => one.secret === nameOf(secret) && broken(one)) };
  };
  return { rule, way, inject };
}

/** A Secret is called after its domain. */
function certificatesOf(certificates: Certificates, { metadata: { name } }: ClusterObject): ZoneCertificates {
  const zone = zones.find((candidate) => name.startsWith(candidate.replace(".", "-"))) ?? zones[0];
  return certificates[zone];
}
