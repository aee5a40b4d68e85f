import type { CertificateSet } from "../certificates/certificate-set.ts";
import { zoneOf as findZone } from "../place/place.ts";

/** Domains of random clusters. */
export const zones = ["shop.example", "pay.example", "corp.example"] as const;
/** First labels of their hosts. */
export const words = ["www", "api", "app", "admin", "docs", "blog", "auth", "cdn", "img", "m", "new", "old"] as const;

/** A domain. */
export type Zone = (typeof zones)[number];

/** The certificates of each domain. */
export type ZoneCertificates = Readonly<Record<Zone, CertificateSet>>;

/** Tells whether a name is one of the domains. */
export function isZone(name: string): name is Zone {
  return zones.some((zone) => zone === name);
}

/** Returns the domain of a host or a wildcard. */
export function zoneOf(host: string): Zone {
  return findZone({ zones }, host);
}
