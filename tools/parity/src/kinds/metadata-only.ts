import { validateCertificateSigningRequest } from "@kubeschema/validators/certificates.k8s.io/v1";
import { validatePodDisruptionBudget } from "@kubeschema/validators/policy/v1";
import type { ParityKind } from "../compare-kind.ts";
import { create, createOlder } from "../endpoint.ts";
import { fullMetadata, metadataAdded, metadataPools, selectors } from "../pools.ts";

// Kinds whose metadata the server judges only if the rest is right.

const shares = [0, 1, -1, "0%", "50%", "101%", "5", "x", "", null, 2147483648];

export const podDisruptionBudget: ParityKind = {
  name: "PodDisruptionBudget",
  // Servers before 1.21 do not have v1.
  endpoints: [
    create("/apis/policy/v1/namespaces/default/poddisruptionbudgets"),
    createOlder("policy/v1beta1", "poddisruptionbudgets"),
  ],
  validate: validatePodDisruptionBudget,
  bases: [{
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: fullMetadata,
    spec: { minAvailable: 1, selector: { matchLabels: { budget: "web" } } },
  }],
  pools: {
    ...metadataPools,
    spec: [{}, null],
    minAvailable: shares,
    maxUnavailable: shares,
    selector: [...selectors, null],
  },
  added: { metadata: metadataAdded, spec: ["maxUnavailable"] },
};

// Of CN=web, with a key of its own that was not kept.
const request = `-----BEGIN CERTIFICATE REQUEST-----
MIGNMEECAQAwDjEMMAoGA1UEAwwDd2ViMCowBQYDK2VwAyEAxQraaBA5RJoU30PC
g7jVcYyZruzpbSevBtbXInQb0augADAFBgMrZXADQQA8M5spUqMIXG6tRzjK0ZuF
jGHLBwJaXw6OaCYoiY4/Yn4/xB42Krg4+pw87uOUiWzP1FT456o9EFlT1KvYNwgC
-----END CERTIFICATE REQUEST-----
`;

export const certificateSigningRequest: ParityKind = {
  name: "CertificateSigningRequest, metadata",
  endpoints: [create("/apis/certificates.k8s.io/v1/certificatesigningrequests")],
  validate: validateCertificateSigningRequest,
  bases: [{
    apiVersion: "certificates.k8s.io/v1",
    kind: "CertificateSigningRequest",
    metadata: fullMetadata,
    spec: { request: btoa(request), signerName: "example.com/web", usages: ["client auth"] },
  }],
  pools: metadataPools,
  added: { metadata: metadataAdded },
  fixed: ["spec", "request", "signerName", "usages"],
};
