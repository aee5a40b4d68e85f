import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** One request that the API server answered. */
export interface RequestRecord {
  /** The user, as the server knows them. */
  readonly user: string;
  /** `list`, `get`, `watch`, ... */
  readonly verb: string;
  /** Path and query. */
  readonly uri: string;
  readonly status: number;
}

const policyFile = "audit-policy.yaml";
const logFile = "audit.log";

/** Writes the audit policy into a folder and returns the flags with which kube-apiserver keeps its log there. */
export async function prepareAuditLog(folder: string): Promise<Record<string, string>> {
  const policy = {
    apiVersion: "audit.k8s.io/v1",
    kind: "Policy",
    omitStages: ["RequestReceived"],
    rules: [{ level: "Metadata" }],
  };
  await writeFile(join(folder, policyFile), JSON.stringify(policy)); // JSON is YAML
  return { "audit-policy-file": join(folder, policyFile), "audit-log-path": join(folder, logFile) };
}

/** Reads the requests that have been answered so far, oldest first. */
export async function readAuditLog(folder: string): Promise<readonly RequestRecord[]> {
  const text = await readFile(join(folder, logFile), "utf8");
  // The last piece is empty, or a line that is being written.
  return text.split("\n").slice(0, -1).map(toRecord);
}

/** The parts of an audit event (audit.k8s.io/v1) that are used here. */
interface AuditEvent {
  readonly user: { readonly username: string };
  readonly verb: string;
  readonly requestURI: string;
  readonly responseStatus?: { readonly code: number };
}

function toRecord(line: string): RequestRecord {
  const event = JSON.parse(line) as AuditEvent; // the server writes what audit.k8s.io/v1 says
  return {
    user: event.user.username,
    verb: event.verb,
    uri: event.requestURI,
    status: event.responseStatus?.code ?? 0,
  };
}
