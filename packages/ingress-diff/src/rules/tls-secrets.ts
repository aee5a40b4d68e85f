import type { SecretObject } from "../observe/cluster-view.ts";
import { optional } from "../observe/json-value.ts";
import type { ObjectRef, Route, RouteSource, TlsEntry } from "../routes/route.ts";
import { type CertificateFacts, readCertificateFacts } from "./certificate-facts.ts";
import { groupBy, objectKey, type RuleContext } from "./rule-context.ts";

/** A Secret that TLS entries name, with everything that asks for it. */
export interface TlsSecret {
  readonly object: ObjectRef;
  /** Absent if the Secret does not exist. */
  readonly secret?: SecretObject;
  readonly facts?: CertificateFacts;
  readonly entries: readonly TlsEntry[];
  readonly routes: readonly Route[];
  readonly sources: readonly RouteSource[];
}

const knownSecrets = new WeakMap<RuleContext, readonly TlsSecret[]>();

/** Every Secret that TLS entries name; read once per context, since certificates are slow to parse. */
export function tlsSecrets(context: RuleContext): readonly TlsSecret[] {
  let secrets = knownSecrets.get(context);
  if (secrets === undefined) {
    secrets = collect(context);
    knownSecrets.set(context, secrets);
  }
  return secrets;
}

function collect(context: RuleContext): readonly TlsSecret[] {
  const entries = context.sources.flatMap((source) => source.tls);
  const routesOf = new Map<TlsEntry, Route[]>();
  for (const route of context.routes) {
    if (route.tls === undefined) continue;
    const routes = routesOf.get(route.tls);
    if (routes === undefined) routesOf.set(route.tls, [route]);
    else routes.push(route);
  }
  // One wildcard certificate is often copied into every namespace.
  const knownFacts = new Map<string | undefined, CertificateFacts>();
  const groups = groupBy(entries, (entry) => entry.secret === undefined ? undefined : objectKey(entry.secret));
  return [...groups].map(([key, group]) => {
    const [namespace = "", name = ""] = key.split("/");
    const secret = context.secrets.get(key);
    const facts = secret === undefined
      ? undefined
      : knownFacts.get(secret.certificatePem) ?? readCertificateFacts(secret);
    if (secret?.certificatePem !== undefined && facts !== undefined) knownFacts.set(secret.certificatePem, facts);
    return {
      object: { apiVersion: "v1", kind: "Secret", namespace, name },
      ...optional("secret", secret),
      ...optional("facts", facts),
      entries: group,
      routes: group.flatMap((entry) => routesOf.get(entry) ?? []),
      sources: group.map((entry) => entry.source),
    };
  });
}
