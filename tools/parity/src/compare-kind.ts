import { createRandom } from "@kubeschema-tools/clusters";
import type { ValidateOptions, ValidationIssue } from "@kubeschema/validators";
import type { ApiServer } from "@kubeschema-tools/apiserver";
import { type Endpoint, isServed, isStrict, send, servedEndpoint } from "./endpoint.ts";
import { type JsonObject, mutate, type MutationPlan } from "./mutate.ts";
import { knownReason } from "./known-reason.ts";
import { isSameVerdict, ourVerdict, serverVerdict, undecodable, type Verdict } from "./verdict.ts";

/** A kind that both judges know. */
export interface ParityKind extends MutationPlan {
  readonly name: string;
  /** Where it is sent; the first one that a server has is taken. */
  readonly endpoints: readonly Endpoint[];
  /** The path of another collection that `prepare` writes to. */
  readonly needs?: string;
  /** Creates what must exist first. */
  readonly prepare?: (server: ApiServer) => Promise<void>;
  readonly validate: (value: unknown, options?: ValidateOptions) => Issues | Promise<Issues>;
  /** Objects written by hand, for what mutants hardly ever reach. */
  readonly examples?: readonly JsonObject[];
}

type Issues = readonly ValidationIssue[];

/** An object that the judges disagree about. */
export interface Difference {
  readonly object: JsonObject;
  readonly server: Verdict;
  readonly ours: Verdict;
}

/** The rates at which the judges agreed. */
export interface KindReport {
  readonly name: string;
  readonly count: number;
  readonly accepted: number;
  readonly undecodable: number;
  readonly sameVerdict: number;
  readonly sameFaults: number;
  readonly differences: readonly (Difference & { readonly reason: string | undefined })[];
}

const batchSize = 16;

/**
 * Compares the verdicts of the server and of our validator, by the rules of the server's version, on the same objects.
 *
 * @returns `undefined` if the server does not have the kind.
 */
export async function compareKind(
  kind: ParityKind,
  server: ApiServer,
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<KindReport | undefined> {
  const endpoint = await servedEndpoint(server, kind.endpoints);
  if (endpoint === undefined || (kind.needs !== undefined && !(await isServed(server, kind.needs)))) return undefined;
  const { fromServer } = endpoint;
  await kind.prepare?.(server);
  const random = createRandom(seed);
  const objects = [
    ...kind.bases,
    ...(kind.examples ?? []),
    ...Array.from({ length: count }, () => mutate(kind, random)),
  ];
  const counts = { accepted: 0, undecodable: 0, sameVerdict: 0, sameFaults: 0 };
  const differences: KindReport["differences"][number][] = [];
  for (let start = 0; start < objects.length; start += batchSize) {
    await Promise.all(
      objects.slice(start, start + batchSize).map(async (object) => {
        const raw = serverVerdict(await send(server, endpoint, object));
        const answer = fromServer === undefined || raw === undecodable ? raw : raw.map(fromServer).sort();
        const issues = await kind.validate(object, { kubernetesVersion: server.version });
        const ours = ourVerdict(issues, { isStrict: isStrict(server) });
        if (answer.length === 0) counts.accepted++;
        if (answer === undecodable) counts.undecodable++;
        const isSame = isSameVerdict(answer, ours);
        const isExact = isSame && JSON.stringify(answer) === JSON.stringify(ours);
        if (isSame) counts.sameVerdict++;
        if (isExact) counts.sameFaults++;
        else differences.push(withReason({ object, server: answer, ours }));
      }),
    );
  }
  return { name: kind.name, count: objects.length, ...counts, differences };
}

function withReason(difference: Difference): KindReport["differences"][number] {
  return { ...difference, reason: knownReason(difference) };
}
