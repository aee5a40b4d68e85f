/**
 * Certificates and their keys, made when a test asks for them: none is ever stored.
 *
 * @module
 */
export type { CertificateSet, PemPair } from "./certificate-set.ts";
export {
  type Certificate,
  type CertificateOptions,
  createCertificate,
  createCertificatePem,
} from "./create-certificate.ts";
export { createCertificateSet } from "./create-certificate-set.ts";
export { createZoneCertificates } from "./create-zone-certificates.ts";
export { createCertificateRequest } from "./create-certificate-request.ts";
