import { type Certificate, createCertificate } from "../certificate.ts";

/** Domains of the clusters. */
export const zones = ["shop.example", "pay.example", "corp.example"] as const;
/** First labels of hosts. */
export const words = ["www", "api", "app", "admin", "docs", "blog", "auth", "cdn", "img", "m", "new", "old"] as const;

/** A domain. */
export type Zone = (typeof zones)[number];

/** Certificates of one domain, right and wrong ones. */
export interface ZoneCertificates {
  /** For the domain and each of its hosts. */
  readonly wildcard: Certificate;
  /** Names every host, and the wildcard beside them. */
  readonly listing: Certificate;
  /** Signed by an authority of its own. */
  readonly signed: Certificate;
  /** As right as the others, and nobody's yet. */
  readonly renewed: Certificate;
  readonly expired: Certificate;
  readonly ending: Certificate;
  readonly early: Certificate;
  readonly temporary: Certificate;
  /** Served with a certificate that is not its issuer's. */
  readonly unlinked: Certificate;
  /** For another domain. */
  readonly other: Certificate;
  /** With the key of another one. */
  readonly mismatched: Certificate;
}

/** Certificates by domain. */
export type Certificates = Readonly<Record<Zone, ZoneCertificates>>;

const dayMs = 86_400_000;

/** Makes them, as of a time. */
export async function createCertificates(atMs: number): Promise<Certificates> {
  const entries = await Promise.all(zones.map(async (zone) => [zone, await createZone(zone, atMs)] as const));
  return Object.fromEntries(entries) as unknown as Certificates; // Each zone has its entry.
}

async function createZone(zone: Zone, atMs: number): Promise<ZoneCertificates> {
  const names = [zone, `*.${zone}`];
  const create = (
    fromDays: number,
    toDays: number,
    hosts: readonly string[] = names,
    issuerName?: string,
  ): Promise<Certificate> =>
    createCertificate({
      hosts,
      notBefore: new Date(atMs + fromDays * dayMs),
      notAfter: new Date(atMs + toDays * dayMs),
      ...(issuerName === undefined ? {} : { issuerName }),
    });
  const wildcard = await create(-30, 60);
  const other = await create(-30, 60, ["other.invalid", "*.other.invalid"]);
  const unlinked = await create(-30, 60, names, "Unknown Intermediate");
  return {
    wildcard,
    listing: await create(-20, 70, [zone, ...words.map((word) => `${word}.${zone}`), `*.${zone}`]),
    signed: await create(-10, 80, names, "Company Root"),
    renewed: await create(-1, 89),
    expired: await create(-91, -1),
    ending: await create(-80, 6),
    early: await create(2, 90),
    temporary: await create(-1, 89, names, "cert-manager.local"),
    unlinked: { ...unlinked, certificatePem: `${unlinked.certificatePem}\n${other.certificatePem}` },
    other,
    mismatched: { ...wildcard, keyPem: other.keyPem },
  };
}

/** The domain that a host, or a wildcard, is of. */
export function zoneOf(host: string): Zone {
  const zone = zones.find((name) => host === name || host.endsWith(`.${name}`));
  if (zone === undefined) throw new RangeError(`Cannot tell the domain of "${host}"`);
  return zone;
}
