import type { IngressObject } from "./cluster-view.ts";
import { type JsonObject, stringAt } from "./json-value.ts";

/**
 * Annotations that name certificates outside of Secrets: Google's managed and pre-shared ones, and those of the AWS
 * controller.
 *
 * @see {@link https://cloud.google.com/kubernetes-engine/docs/how-to/ingress-multi-ssl}
 * @see {@link https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/cert_discovery/}
 */
const certificateAnnotations = [
  "networking.gke.io/managed-certificates",
  "ingress.gcp.kubernetes.io/pre-shared-cert",
  "alb.ingress.kubernetes.io/certificate-arn",
];

/** Reads what annotations of controllers change about hosts, certificates and paths. */
export function readIngressAnnotations(
  annotations: JsonObject,
  hosts: readonly string[],
): Pick<IngressObject, "aliases" | "hasOtherCertificates" | "takesRegexPaths"> {
  return {
    aliases: readAliases(annotations, hosts),
    hasOtherCertificates: certificateAnnotations.some((key) => key in annotations),
    takesRegexPaths: readsRegexPaths(annotations),
  };
}

/** @see {@link https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/} */
function readAliases(annotations: JsonObject, hosts: readonly string[]): readonly string[] {
  const aliases = (stringAt(annotations, "nginx.ingress.kubernetes.io/server-alias") ?? "").split(",");
  if (annotations["nginx.ingress.kubernetes.io/from-to-www-redirect"] === "true") {
    aliases.push(...hosts.map((host) => host.startsWith("www.") ? host.slice("www.".length) : `www.${host}`));
  }
  return aliases.map((alias) => alias.trim()).filter((alias) => alias !== "");
}

/**
 * A rewrite target with a group asks ingress-nginx for regular expressions too.
 *
 * @see {@link https://kubernetes.github.io/ingress-nginx/user-guide/ingress-path-matching/}
 * @see {@link https://haproxy-ingress.github.io/docs/configuration/keys/#path-type}
 * @see {@link https://docs.nginx.com/nginx-ingress-controller/configuration/ingress-resources/advanced-configuration-with-annotations/}
 * @see {@link https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/ingress/}
 */
function readsRegexPaths(annotations: JsonObject): boolean {
  return annotations["nginx.ingress.kubernetes.io/use-regex"] === "true" ||
    (stringAt(annotations, "nginx.ingress.kubernetes.io/rewrite-target") ?? "").includes("$") ||
    annotations["haproxy-ingress.github.io/path-type"] === "regex" ||
    "nginx.org/path-regex" in annotations ||
    annotations["traefik.ingress.kubernetes.io/router.pathmatcher"] === "PathRegexp";
}
