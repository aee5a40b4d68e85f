import { ingress, serviceBackend, tlsOf } from "../objects/ingress.ts";
import type { KubeObject } from "../objects/kube-object.ts";
import { endpoint, service, slice } from "../objects/service.ts";
import { tlsSecret } from "../objects/tls-secret.ts";
import { writer } from "../objects/writer.ts";
import { formatTime } from "../place/format-time.ts";
import type { TenantMaterials } from "./tenant.ts";

/** One Ingress with everything that it needs. */
export interface Application {
  readonly namespace: string;
  /** Of all its objects. */
  readonly name: string;
  readonly host: string;
  readonly className: string;
  /** The Service's only port. */
  readonly port: { readonly name?: string; readonly port: number };
  readonly ageDays?: number;
  /** Whether `/api` is a separate path. */
  readonly hasSubpath?: boolean;
  /** Whether `/static` leads to a bucket. */
  readonly hasBucket?: boolean;
  readonly hasWriters?: boolean;
  /** Another application, whose Service and Secret it uses. */
  readonly serves?: string;
}

const dayMs = 86_400_000;

/** Makes a healthy Ingress, followed by what it needs: Service, slice, Secret and bucket. */
export function createApplication(
  app: Application,
  { certificates: { good }, atMs, sliceApiVersion = "discovery.k8s.io/v1" }: TenantMaterials,
): readonly KubeObject[] {
  const { namespace, name, host, className, port, serves = name } = app;
  const createdMs = atMs - (app.ageDays ?? 31) * dayMs;
  const path = {
    path: "/",
    pathType: "Prefix",
    backend: serviceBackend(serves, port.name ?? port.port),
  };
  const paths: readonly object[] = [
    path,
    ...(app.hasSubpath === true ? [{ ...path, path: "/api" }] : []),
    ...(app.hasBucket === true ? [{ ...path, path: "/static", backend: { resource: bucketReference } }] : []),
  ];
  const managedFields = [
    writer("helm", formatTime(createdMs), ["class", "spec"]),
    writer("controller", formatTime(createdMs + 40_000), ["status"]),
  ];
  const object = ingress({
    namespace,
    name,
    className,
    metadata: {
      creationTimestamp: formatTime(createdMs),
      ...(app.hasWriters === true ? { managedFields } : {}),
    },
    spec: { rules: [{ host, http: { paths } }], ...tlsOf(`${serves}-tls`, host) },
    status: [addressOf(className)],
  });
  if (serves !== name) return [object];
  const endpoints = [endpoint("10.1.0.1", true), endpoint("10.1.0.2", undefined)];
  const slicePorts = [{ name: port.name ?? "", port: 8080, protocol: "TCP" }];
  return [
    object,
    service(name, { ports: [{ ...port, targetPort: 8080, protocol: "TCP" }] }, { namespace }),
    { ...slice(name, { ports: slicePorts, endpoints }, { namespace }), apiVersion: sliceApiVersion },
    tlsSecret(`${name}-tls`, good.pem, { namespace, keyPem: good.keyPem }),
    ...(app.hasBucket === true ? [bucket(namespace)] : []),
  ];
}

const bucketReference = { apiGroup: "storage.example", kind: "Bucket", name: "static" };

function bucket(namespace: string): KubeObject {
  return { apiVersion: "storage.example/v1", kind: "Bucket", metadata: { namespace, name: bucketReference.name } };
}

/** The addresses that the controller of a class publishes for all of its Ingresses. */
function addressOf(className: string): object {
  return className === "nginx" ? { ip: "203.0.113.10" } : { hostname: `lb.${className}.example` };
}
