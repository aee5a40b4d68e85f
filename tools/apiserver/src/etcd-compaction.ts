/**
 * Discards every older state of all objects, as kube-apiserver does by itself every five minutes: from then on, a watch
 * that begins earlier is answered with 410.
 *
 * @see {@link https://etcd.io/docs/v3.5/dev-guide/api_grpc_gateway/}
 * @param etcdUrl The URL for etcd's clients; its gateway for JSON is there too.
 * @throws {Error} If etcd refuses.
 */
export async function compactEtcd(etcdUrl: string): Promise<void> {
  const { header: { revision } } = await call(etcdUrl, "range", { key: btoa("/") });
  await call(etcdUrl, "compaction", { revision, physical: true });
}

interface EtcdAnswer {
  readonly header: { readonly revision: string };
}

async function call(etcdUrl: string, action: string, body: object): Promise<EtcdAnswer> {
  const response = await fetch(`${etcdUrl}/v3/kv/${action}`, { method: "POST", body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`Cannot ask etcd for ${action}: ${response.status} ${await response.text()}`);
  return await response.json() as EtcdAnswer; // Every answer of etcd has a header.
}
