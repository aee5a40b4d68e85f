/** A certificate, or a chain of them, with its key, both as PEM. */
export interface PemPair {
  readonly pem: string;
  readonly keyPem: string;
}

/** Certificates for the hosts of a cluster, valid and invalid ones. */
export interface CertificateSet {
  /** For each domain and all of its hosts, as are all below. */
  readonly good: PemPair;
  /** Names single hosts in addition to the wildcards. */
  readonly listing: PemPair;
  /** Signed by an authority that nobody trusts. */
  readonly signed: PemPair;
  /** As valid as the others, and not used yet. */
  readonly renewed: PemPair;
  readonly expired: PemPair;
  /** With less than the two weeks left that a warning is for. */
  readonly ending: PemPair;
  /** Not valid yet. */
  readonly early: PemPair;
  /** Signed as cert-manager signs its placeholder. */
  readonly temporary: PemPair;
  /** For another domain. */
  readonly other: PemPair;
  /** With the key of another certificate. */
  readonly mismatched: PemPair;
  /** Served with a certificate that is not its issuer's. */
  readonly unlinked: PemPair;
  /** Signed by an intermediate, but served without it. */
  readonly leaf: PemPair;
  /** That intermediate, and the root that signed it. */
  readonly authoritiesPem: string;
}
