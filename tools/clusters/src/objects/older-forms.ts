import { type Backend, type IngressObject, isIngress, type Rule } from "./ingress-object.ts";
import type { KubeObject } from "./kube-object.ts";

/** Writes objects as servers before 1.22 serve them: the same Ingresses and slices in older versions of their APIs. */
export function toOlderForms(
  objects: readonly KubeObject[],
  ingressVersion: "networking.k8s.io/v1beta1" | "extensions/v1beta1",
): readonly KubeObject[] {
  return objects.map((object) => {
    if (isIngress(object)) return toOlderIngress(object, ingressVersion);
    if (object.kind === "IngressClass") return { ...object, apiVersion: "networking.k8s.io/v1beta1" };
    return object.kind === "EndpointSlice" ? { ...object, apiVersion: "discovery.k8s.io/v1beta1" } : object;
  });
}

function toOlderIngress(ingress: IngressObject, apiVersion: string): KubeObject {
  const { defaultBackend, rules, ...spec } = ingress.spec;
  return {
    ...ingress,
    apiVersion,
    spec: {
      ...spec,
      ...(defaultBackend === undefined ? {} : { backend: toOlderBackend(defaultBackend) }),
      ...(rules === undefined ? {} : { rules: rules.map(toOlderRule) }),
    },
  };
}

function toOlderRule({ http, ...rule }: Rule): object {
  if (http === undefined) return rule;
  return { ...rule, http: { paths: http.paths.map((path) => ({ ...path, backend: toOlderBackend(path.backend) })) } };
}

function toOlderBackend({ service, ...other }: Backend): object {
  if (service === undefined) return other;
  return { serviceName: service.name, servicePort: service.port.name ?? service.port.number };
}
