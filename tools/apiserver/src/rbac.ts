import { setTimeout as sleep } from "node:timers/promises";
import type { AdminRequest, ApiServerResponse } from "./admin-request.ts";

/** One rule of a ClusterRole. */
export interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const rbac = "/apis/rbac.authorization.k8s.io/v1";
let rolesCount = 0;

/** Grants a user the rules in the whole cluster, and waits until they take effect. */
export async function grant(send: AdminRequest, user: string, rules: readonly PolicyRule[]): Promise<void> {
  const name = `kubeschema-test-${++rolesCount}`;
  const apiGroup = "rbac.authorization.k8s.io";
  await create(send, `${rbac}/clusterroles`, {
    apiVersion: `${apiGroup}/v1`,
    kind: "ClusterRole",
    metadata: { name },
    rules,
  });
  await create(send, `${rbac}/clusterrolebindings`, {
    apiVersion: `${apiGroup}/v1`,
    kind: "ClusterRoleBinding",
    metadata: { name },
    roleRef: { apiGroup, kind: "ClusterRole", name },
    subjects: [{ apiGroup, kind: "User", name: user }],
  });
  for (const rule of rules) await waitUntilAllowed(send, user, rule);
}

async function create(send: AdminRequest, path: string, object: unknown): Promise<void> {
  const { status, body } = await send("POST", path, object);
  if (status !== 201) throw new Error(`Cannot create RBAC rules at ${path}: ${status} ${JSON.stringify(body)}`);
}

/** The server reads RBAC objects through a watch, so a new rule takes effect a moment after it was written. */
async function waitUntilAllowed(send: AdminRequest, user: string, rule: PolicyRule): Promise<void> {
  const review = {
    apiVersion: "authorization.k8s.io/v1",
    kind: "SubjectAccessReview",
    spec: {
      user,
      resourceAttributes: { group: rule.apiGroups.at(-1), resource: rule.resources.at(-1), verb: rule.verbs.at(-1) },
    },
  };
  const deadline = Date.now() + 120_000;
  while (!isAllowed(await send("POST", "/apis/authorization.k8s.io/v1/subjectaccessreviews", review))) {
    if (Date.now() > deadline) throw new Error(`Cannot grant ${JSON.stringify(rule)} to "${user}": not in force yet`);
    await sleep(50);
  }
}

function isAllowed({ body }: ApiServerResponse): boolean {
  // A SubjectAccessReview always has a status in the answer.
  return (body as { readonly status?: { readonly allowed?: boolean } }).status?.allowed === true;
}
