import { changePath } from "../objects/ingress-object.ts";
import { type KubeObject, replaceObject, withSpec } from "../objects/kube-object.ts";
import { endpoint, isSliceOf } from "../objects/service.ts";
import { pickRoute } from "../place/place.ts";
import { type FaultRow, routesOf } from "./fault.ts";
import { leadsToEndpoints, onService } from "./on-service.ts";

/** Faults in the backends of routes. */
export const backendFaults: readonly FaultRow[] = [
  {
    rule: "backend/service-missing",
    way: "the Service is deleted",
    severity: "error",
    // What breaks one breaks both.
    needs: { second: true },
    inject: onService((service, objects) =>
      objects.filter((object) => object !== service && !isSliceOf(service, object))
    ),
  },
  {
    rule: "backend/service-missing",
    way: "the Service is deleted and its slices are left",
    severity: "error",
    inject: onService((service, objects) => objects.filter((object) => object !== service)),
  },
  {
    rule: "backend/service-missing",
    way: "an Ingress mistypes the name",
    severity: "error",
    inject: (place) => {
      const route = pickRoute(place, ({ service, path }) => service !== undefined && path !== "");
      const backend = route?.backend?.service;
      if (route === undefined || backend === undefined) return undefined;
      const name = `${backend.name}x`;
      const objects = changePath(
        place.objects,
        route,
        (path) => ({ ...path, backend: { service: { ...backend, name } } }),
      );
      const service = `${route.ingress.metadata.namespace}/${name}`;
      return { objects, object: `Service ${service}`, routes: routesOf(objects, (one) => one.service === service) };
    },
  },
  {
    rule: "backend/port-missing",
    way: "the Service has other ports now",
    severity: "error",
    inject: onService((service, objects) => withPorts(objects, service, [{ name: "other", port: 4000 }])),
  },
  {
    rule: "backend/port-missing",
    way: "an Ingress names the targetPort or the port of a node",
    severity: "error",
    inject: (place) => {
      const route = pickRoute(place, (one) => one.path !== "" && leadsToEndpoints(place, one));
      const backend = route?.backend?.service;
      if (route === undefined || backend === undefined) return undefined;
      const number = place.dice.pick([30_080, 8081, 1]);
      const objects = changePath(place.objects, route, (path) => ({
        ...path,
        backend: { service: { ...backend, port: { number } } },
      }));
      const routes = routesOf(
        objects,
        (one) => one.service === route.service && one.backend?.service?.port.number === number,
      );
      return { objects, object: `Service ${route.service}`, routes };
    },
  },
  {
    rule: "backend/port-protocol",
    way: "the port is of UDP",
    severity: "error",
    inject: onService((service, objects) => {
      const ports = portsOf(service);
      // Of two ports with one number, the TCP one is kept for another Service.
      return ports.length > 1
        ? undefined
        : withPorts(objects, service, ports.map((port) => ({ ...port, protocol: "UDP" })));
    }),
  },
  {
    rule: "backend/no-endpoints",
    way: "the slices are gone",
    severity: "error",
    inject: onService((service, objects) => objects.filter((object) => !isSliceOf(service, object))),
  },
  {
    rule: "backend/no-endpoints",
    way: "it is scaled to zero",
    severity: "error",
    inject: onService((service, objects) => withSlices(objects, service, { endpoints: [], ports: null })),
  },
  {
    rule: "backend/no-ready-endpoints",
    way: "no pod is ready",
    severity: "error",
    inject: onService((service, objects) =>
      withSlices(objects, service, { endpoints: [endpoint("10.2.0.1", false), endpoint("10.2.0.2", false)] })
    ),
  },
  {
    rule: "backend/no-ready-endpoints",
    way: "the pods do not have the port",
    severity: "error",
    inject: onService((service, objects) => withSlices(objects, service, { ports: [{ name: "old", port: 1 }] })),
  },
  {
    rule: "backend/external-name",
    way: "the Service becomes a name outside the cluster",
    severity: "info",
    inject: onService((service, objects) =>
      replaceObject(
        objects.filter((object) => !isSliceOf(service, object)),
        service,
        withSpec(service, { type: "ExternalName", externalName: "shop.example.net", selector: undefined }),
      )
    ),
  },
  {
    rule: "backend/resource-missing",
    way: "an Ingress mistypes the name of a bucket",
    severity: "error",
    needs: { bucket: true },
    inject: (place) => {
      const route = pickRoute(place, ({ backend }) => backend?.resource !== undefined);
      if (route?.backend?.resource === undefined) return undefined;
      const resource = { ...route.backend.resource, name: "statics" };
      const objects = changePath(place.objects, route, (path) => ({ ...path, backend: { resource } }));
      return {
        objects,
        object: `Bucket ${route.ingress.metadata.namespace}/statics`,
        routes: routesOf(objects, ({ key }) => key === route.key),
      };
    },
  },
  {
    rule: "backend/resource-missing",
    way: "an Ingress leads to a bucket that was never made",
    severity: "error",
    inject: (place) => {
      const route = pickRoute(place, ({ backend, path }) => backend?.service !== undefined && path !== "");
      if (route === undefined) return undefined;
      const resource = { apiGroup: "storage.example", kind: "Bucket", name: "gone" };
      const objects = changePath(place.objects, route, (path) => ({ ...path, backend: { resource } }));
      // In a snapshot, only another bucket shows that buckets were observed.
      const other = {
        apiVersion: "storage.example/v1",
        kind: "Bucket",
        metadata: { namespace: place.guestNamespace, name: "here" },
      };
      return {
        objects: [...objects, other],
        object: `Bucket ${route.ingress.metadata.namespace}/gone`,
        routes: routesOf(objects, ({ key }) => key === route.key),
      };
    },
  },
];

function withPorts(
  objects: readonly KubeObject[],
  service: KubeObject,
  ports: readonly object[],
): readonly KubeObject[] {
  return replaceObject(objects, service, withSpec(service, { ports }));
}

function withSlices(objects: readonly KubeObject[], service: KubeObject, fields: object): readonly KubeObject[] {
  return objects.map((object) => isSliceOf(service, object) ? { ...object, ...fields } : object);
}

function portsOf(service: KubeObject): readonly object[] {
  return (service.spec as { readonly ports?: readonly object[] }).ports ?? []; // A Service has a spec.
}
