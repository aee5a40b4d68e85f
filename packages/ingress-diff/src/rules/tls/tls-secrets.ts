import type { SecretObject } from "../../observe/cluster-view.ts";
import { optional } from "../../observe/json-value.ts";
import { objectKey } from "../../observe/object-key.ts";
import type { ObjectRef, Route, RouteSource, TlsEntry } from "../../routes/route.ts";
import type { RuleContext } from "../rule/rule-context.ts";
import { type CertificateFacts, createCertificateParser, readCertificateFacts } from "./certificate-facts.ts";

/** A Secret that TLS entries name, with everything that needs it. */
export interface TlsSecret {
  readonly object: ObjectRef;
  /** Absent if the Secret does not exist. */
  readonly secret?: SecretObject;
  readonly facts?: CertificateFacts;
  readonly entries: readonly TlsEntry[];
  readonly routes: readonly Route[];
  readonly sources: readonly RouteSource[];
}

/** One whose certificate could be read. */
export interface ReadableTlsSecret extends TlsSecret {
  readonly facts: Extract<CertificateFacts, { state: "readable" }>;
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

/** Those whose certificate could be read. */
export function readableTlsSecrets(context: RuleContext): readonly ReadableTlsSecret[] {
  return tlsSecrets(context).flatMap((secret) =>
    secret.facts?.state === "readable" ? [{ ...secret, facts: secret.facts }] : []
  );
}

function collect(context: RuleContext): readonly TlsSecret[] {
  const entries = context.sources.flatMap((source) => source.tls);
  const routesOf = Map.groupBy(context.routes, ({ tls }) => tls);
  const factsOf = createFactsReader();
  const groups = Map.groupBy(entries, ({ secret }) => secret && objectKey(secret));
  return [...groups].flatMap(([key, group]) => {
    if (key === undefined) return [];
    const [namespace = "", name = ""] = key.split("/");
    const secret = context.secrets.get(key);
    return [{
      object: { apiVersion: "v1", kind: "Secret", namespace, name },
      ...optional("secret", secret),
      ...optional("facts", secret && factsOf(secret)),
      entries: group,
      routes: group.flatMap((entry) => routesOf.get(entry) ?? []),
      sources: group.map((entry) => entry.source),
    }];
  });
}

/** One wildcard certificate is often copied into every namespace: its facts are read once. */
function createFactsReader(): (secret: SecretObject) => CertificateFacts {
  const parseCertificate = createCertificateParser();
  const known = new Map<string, CertificateFacts>();
  return (secret) => {
    const key = secret.certificatePem === undefined ? undefined : `${secret.certificatePem}\n${secret.caPem ?? ""}`;
    const facts = known.get(key ?? "") ?? readCertificateFacts(secret, parseCertificate);
    if (key !== undefined) known.set(key, facts);
    return facts;
  };
}
