import { createCertificatePem } from "./certificate.ts";
import {
  ingress,
  ingressClass,
  type KubeObject,
  service,
  serviceBackend,
  slice,
  tlsOf,
  tlsSecret,
} from "./kube-objects.ts";

/** Makes a cluster of 40 Ingresses in which each does what its spec asks: several classes, ports, hosts and TLS. */
export async function createHealthyShop(): Promise<readonly KubeObject[]> {
  const certificatePem = await createCertificatePem(["shop.example", "*.shop.example"]);
  const objects: KubeObject[] = [ingressClass("nginx"), ingressClass("internal")];
  for (let index = 0; index < 40; index++) {
    const namespace = `team-${index % 4}`;
    const name = `app-${index}`;
    const host = `app-${index}.shop.example`;
    const hasPortName = index % 3 !== 0;
    objects.push(
      service(name, hasPortName ? {} : { ports: [{ port: 80 }] }, { namespace }),
      slice(name, hasPortName ? {} : { ports: [{ name: "", port: 8080 }] }, { namespace }),
      tlsSecret(`${name}-tls`, certificatePem, { namespace }),
      ingress({
        namespace,
        name,
        className: index % 5 === 0 ? "internal" : "nginx",
        host,
        backend: serviceBackend(name, hasPortName ? "http" : 80),
        spec: tlsOf(`${name}-tls`, host),
        status: [index % 5 === 0 ? { hostname: "lb.internal.example" } : { ip: "203.0.113.10" }],
      }),
    );
  }
  return objects;
}
