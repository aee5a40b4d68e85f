import type { PemPair } from "@kubeschema-tools/clusters";

/** The size of the cluster. */
export interface ClusterSize {
  readonly ingresses: number;
  readonly services: number;
  readonly slices: number;
  readonly classes: number;
  readonly namespaces: number;
  readonly secrets: number;
  /** Additional Ingresses that have very many rules. */
  readonly wideIngresses: number;
  readonly rulesPerWideIngress: number;
}

/** An object, and the path of the list that it is created in. */
export interface ListedObject {
  readonly path: string;
  readonly object: {
    readonly metadata: { readonly name: string; readonly namespace?: string; readonly [field: string]: unknown };
    readonly status?: object;
    readonly [field: string]: unknown;
  };
}

/** The objects of a healthy cluster, in the order in which they can be created. */
export function* clusterObjects(size: ClusterSize, { pem, keyPem }: PemPair): Generator<ListedObject> {
  const data = { "tls.crt": btoa(pem), "tls.key": btoa(keyPem) };
  for (let index = 0; index < size.namespaces; index++) {
    yield { path: "/api/v1/namespaces", object: { metadata: { name: namespaceOf(size, index) } } };
  }
  for (let index = 0; index < size.classes; index++) {
    yield {
      path: "/apis/networking.k8s.io/v1/ingressclasses",
      object: { metadata: { name: `class-${index}` }, spec: { controller: `example.com/controller-${index % 50}` } },
    };
  }
  for (let index = 0; index < size.secrets; index++) {
    const namespace = namespaceOf(size, index);
    yield {
      path: `/api/v1/namespaces/${namespace}/secrets`,
      object: {
        metadata: { name: `cert-${Math.floor(index / size.namespaces)}`, namespace },
        type: "kubernetes.io/tls",
        data,
      },
    };
  }
  for (let index = 0; index < size.services; index++) yield service(size, index);
  for (let index = 0; index < size.slices; index++) yield slice(size, index);
  for (let index = 0; index < size.ingresses; index++) yield ingress(size, index);
  for (let index = 0; index < size.wideIngresses; index++) yield wideIngress(size, index);
}

function namespaceOf(size: ClusterSize, index: number): string {
  return `team-${index % size.namespaces}`;
}

/** Services are numbered within their namespace. */
function serviceName(size: ClusterSize, index: number): string {
  return `web-${Math.floor(index / size.namespaces)}`;
}

function service(size: ClusterSize, index: number): ListedObject {
  const namespace = namespaceOf(size, index);
  const name = serviceName(size, index);
  return {
    path: `/api/v1/namespaces/${namespace}/services`,
    object: {
      metadata: { name, namespace },
      // Without a cluster IP: their number is limited.
      spec: { clusterIP: "None", selector: { app: name }, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
    },
  };
}

function slice(size: ClusterSize, index: number): ListedObject {
  const owner = index % size.services;
  const namespace = namespaceOf(size, owner);
  const name = serviceName(size, owner);
  return {
    path: `/apis/discovery.k8s.io/v1beta1/namespaces/${namespace}/endpointslices`,
    object: {
      metadata: {
        name: `${name}-${Math.floor(index / size.services)}`,
        namespace,
        labels: { "kubernetes.io/service-name": name },
      },
      addressType: "IPv4",
      ports: [{ name: "http", port: 8080, protocol: "TCP" }],
      endpoints: [0, 1, 2].map((pod) => ({
        addresses: [`10.${(index >> 14) & 255}.${(index >> 6) & 255}.${((index & 63) << 2) + pod}`],
        conditions: { ready: true },
        targetRef: { kind: "Pod", namespace, name: `${name}-${Math.floor(index / size.services)}-${pod}` },
      })),
    },
  };
}

function backend(size: ClusterSize, namespaceIndex: number, number: number): object {
  const perNamespace = Math.floor(size.services / size.namespaces);
  const index = (number % perNamespace) * size.namespaces + (namespaceIndex % size.namespaces);
  return { service: { name: serviceName(size, index), port: { name: "http" } } };
}

function ingress(size: ClusterSize, index: number): ListedObject {
  const namespace = namespaceOf(size, index);
  const host = `app-${index}.bench.example.com`;
  const certificates = Math.floor(size.secrets / size.namespaces);
  return {
    path: `/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses`,
    object: {
      metadata: { name: `app-${index}`, namespace, annotations: { "example.com/team": namespace } },
      spec: {
        ingressClassName: `class-${index % size.classes}`,
        tls: [{ hosts: [host], secretName: `cert-${index % certificates}` }],
        rules: [{
          host,
          http: {
            paths: ["/", "/api"].map((path, number) => ({
              path,
              pathType: "Prefix",
              backend: backend(size, index, index + number),
            })),
          },
        }],
      },
      status: { loadBalancer: { ingress: [{ ip: `192.0.2.${index % size.classes % 250}` }] } },
    },
  };
}

function wideIngress(size: ClusterSize, index: number): ListedObject {
  const namespace = namespaceOf(size, index);
  return {
    path: `/apis/networking.k8s.io/v1/namespaces/${namespace}/ingresses`,
    object: {
      metadata: { name: `wide-${index}`, namespace },
      spec: {
        ingressClassName: "class-0",
        rules: Array.from({ length: size.rulesPerWideIngress }, (_, rule) => ({
          host: `h${rule}.w${index}.example.com`,
          http: { paths: [{ path: "/", pathType: "Prefix", backend: backend(size, index, rule) }] },
        })),
      },
      status: { loadBalancer: { ingress: [{ ip: "192.0.2.0" }] } },
    },
  };
}
