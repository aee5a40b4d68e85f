import { classOf, isIngress, repeatsRoutes, withStatus } from "../objects/ingress-object.ts";
import { defaultClass, ingressClass } from "../objects/ingress.ts";
import {
  formatReference,
  type KubeObject,
  replaceObject,
  withAnnotations,
  withMetadata,
  withSpec,
} from "../objects/kube-object.ts";
import { formatTime } from "../place/format-time.ts";
import { pickClass, type Place } from "../place/place.ts";
import { type FaultRow, type Hit, routesOf } from "./fault.ts";
import { hasClassField, onIngress } from "./on-ingress.ts";

/** Faults of classes. */
export const classFaults: readonly FaultRow[] = [
  {
    rule: "class/missing",
    way: "an Ingress mistypes the class",
    severity: "error",
    inject: onIngress(hasClassField, (ingress) => {
      const ingressClassName = `${ingress.spec.ingressClassName}-v0`;
      return {
        ingress: withStatus(withSpec(ingress, { ingressClassName }), []),
        object: `IngressClass ${ingressClassName}`,
      };
    }),
  },
  {
    rule: "class/missing",
    way: "the class is deleted, and its controller with it",
    severity: "error",
    needs: { ownClass: true },
    inject: (place) => {
      const used = new Set(place.objects.filter(isIngress).map(({ spec }) => spec.ingressClassName));
      const gone = pickClass(place, ({ metadata }) => used.has(metadata.name));
      const isLast = place.objects.every((object) => object === gone || object.kind !== "IngressClass");
      // Another one is kept, so that classes count as observed.
      if (gone === undefined || isLast) return undefined;
      const objects = place.objects.filter((object) => object !== gone).map((object) =>
        isIngress(object) && classOf(object) === gone.metadata.name ? withStatus(object, []) : object
      );
      const routes = routesOf(objects, ({ ingress }) => classOf(ingress) === gone.metadata.name);
      return routes.length === 0 ? undefined : { objects, object: formatReference(gone), routes };
    },
  },
  {
    rule: "class/none",
    way: "an Ingress names no class",
    severity: "error",
    inject: onIngress(hasClassField, (ingress) => ({
      ingress: withStatus(withSpec(ingress, { ingressClassName: undefined }), []),
    })),
  },
  {
    rule: "class/multiple-defaults",
    way: "a second class is the default",
    severity: "warning",
    needs: { ownClass: true },
    inject: (place) => {
      const first = pickClass(place, () => true);
      if (first === undefined) return undefined;
      const second = withMetadata(ingressClass(`${first.metadata.name}-second`, defaultClass), {
        creationTimestamp: formatTime(place.atMs - 7_200_000),
      });
      const marked = replaceObject(place.objects, first, withAnnotations(first, defaultClass));
      return { objects: [...marked, second], object: formatReference(second) };
    },
  },
  {
    rule: "class/annotation-deprecated",
    way: "the class moves from the field to the annotation",
    severity: "info",
    // cert-manager's solvers have to name it in this way.
    inject: onIngress((ingress) => hasClassField(ingress) && !repeatsRoutes(ingress), (ingress) => {
      const className = classOf(ingress) ?? "";
      return {
        ingress: withAnnotations(withSpec(ingress, { ingressClassName: undefined }), {
          "kubernetes.io/ingress.class": className,
        }),
        object: `IngressClass ${className}`,
      };
    }),
  },
  {
    rule: "class/annotation-conflict",
    way: "the annotation says something else",
    severity: "warning",
    inject: onIngress(hasClassField, (ingress) => ({
      ingress: withAnnotations(ingress, { "kubernetes.io/ingress.class": "elsewhere" }),
    })),
  },
  {
    rule: "class/parameters-missing",
    way: "a class names parameters that do not exist",
    severity: "warning",
    needs: { ownClass: true },
    // On a server, the kind would have to be installed.
    only: "snapshot",
    inject: (place) =>
      withParameters(place, { apiGroup: "example.com", kind: "Settings", name: "gone" }, [
        { apiVersion: "example.com/v1", kind: "Settings", metadata: { name: "other" } },
      ]),
  },
  {
    rule: "class/parameters-missing",
    way: "a class names another class that does not exist",
    severity: "warning",
    needs: { ownClass: true },
    inject: (place) => withParameters(place, { apiGroup: "networking.k8s.io", kind: "IngressClass", name: "gone" }),
  },
];

function withParameters(place: Place, parameters: object, others: readonly KubeObject[] = []): Hit | undefined {
  const found = pickClass(place, () => true);
  if (found === undefined) return undefined;
  const objects = [...replaceObject(place.objects, found, withSpec(found, { parameters })), ...others];
  const routes = routesOf(objects, ({ ingress }) => classOf(ingress) === found.metadata.name);
  return { objects, object: formatReference(found), routes };
}
