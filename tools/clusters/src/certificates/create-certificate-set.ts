import type { CertificateSet } from "./certificate-set.ts";
import { type Certificate, type CertificateOptions, createCertificate } from "./create-certificate.ts";

const dayMs = 86_400_000;

/**
 * Makes the certificates of some domains.
 *
 * @param zones The domains, such as `shop.example`; each certificate is for all of them.
 * @param atMs The time at which they are valid or not.
 * @param listed The hosts that the certificate `listing` names.
 */
export async function createCertificateSet(
  zones: readonly string[],
  atMs: number,
  listed: readonly string[] = [],
): Promise<CertificateSet> {
  const hosts = zones.flatMap((zone) => [zone, `*.${zone}`]);
  const create = (fromDays: number, toDays: number, options: CertificateOptions = {}): Promise<Certificate> =>
    createCertificate({
      hosts,
      from: new Date(atMs + fromDays * dayMs).toISOString(),
      to: new Date(atMs + toDays * dayMs).toISOString(),
      ...options,
    });
  const authority = (commonName: string, issuer?: Certificate): Promise<Certificate> =>
    create(-300, 300, { hosts: [], commonName, isAuthority: true, ...(issuer === undefined ? {} : { issuer }) });
  const good = await create(-30, 60);
  const other = await create(-30, 60, { hosts: ["other.invalid", "*.other.invalid"] });
  const root = await authority("Root");
  const intermediate = await authority("Intermediate", root);
  const leaf = await create(-30, 60, { issuer: intermediate });
  return {
    good,
    listing: await create(-20, 70, { hosts: [...zones, ...listed, ...zones.map((zone) => `*.${zone}`)] }),
    signed: await create(-10, 80, { issuer: await authority("Company Root") }),
    renewed: await create(-1, 89),
    expired: await create(-91, -1),
    ending: await create(-80, 6),
    early: await create(2, 90),
    temporary: await create(-1, 89, { issuer: await authority("cert-manager.local") }),
    other,
    mismatched: { pem: good.pem, keyPem: other.keyPem },
    unlinked: { pem: leaf.pem + other.pem, keyPem: leaf.keyPem },
    leaf,
    authoritiesPem: intermediate.pem + root.pem,
  };
}
