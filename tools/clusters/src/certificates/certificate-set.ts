/** A certificate, or a chain of them, with its key, both as PEM. */
export interface PemPair {
  readonly pem: string;
  readonly keyPem: string;
}

/** Certificates for the hosts of a cluster, right and wrong ones. */
export interface CertificateSet {
  /** For each domain and all of its hosts, as all below. */
  readonly good: PemPair;
  /** Names single hosts beside the wildcards. */
  readonly listing: PemPair;
  /** Signed by an authority that nobody has. */
  readonly signed: PemPair;
  /** As right as the others, and nobody's yet. */
  readonly renewed: PemPair;
  readonly expired: PemPair;
  /** With less than the two weeks left that a warning is for. */
  readonly ending: PemPair;
  /** Valid only later. */
  readonly early: PemPair;
  /** As cert-manager signs its placeholder. */
  readonly temporary: PemPair;
  /** For another domain. */
  readonly other: PemPair;
  /** With the key of another one. */
  readonly mismatched: PemPair;
  /** Served with a certificate that is not its issuer's. */
  readonly unlinked: PemPair;
  /** Signed by an intermediate that it is served without. */
  readonly leaf: PemPair;
  /** That intermediate, and the root which signed it. */
  readonly authoritiesPem: string;
}
