import { createRandom } from "@kubeschema-tools/clusters";
import type { ValidateOptions, ValidationIssue } from "@kubeschema/validators";
import type { ApiServer, ApiServerResponse } from "@kubeschema-tools/apiserver";
import { type JsonObject, mutate, type MutationPlan } from "./mutate.ts";
import { knownReason } from "./known-reason.ts";
import { isSameVerdict, ourVerdict, serverVerdict, undecodable, type Verdict } from "./verdict.ts";

/** A kind that both judges know. */
export interface ParityKind extends MutationPlan {
  readonly name: string;
  /** Sends one object to the server without storing it. */
  readonly send: (server: ApiServer, object: JsonObject) => Promise<ApiServerResponse>;
  /** Creates what must exist first. */
  readonly prepare?: (server: ApiServer) => Promise<void>;
  readonly validate: (value: unknown, options?: ValidateOptions) => Issues | Promise<Issues>;
  /** Objects written by hand, for what mutants hardly ever reach. */
  readonly examples?: readonly JsonObject[];
  /** Translates a fault of the server, with its field and type, to our version of the kind. */
  readonly fromServer?: (line: string) => string;
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

/** Creates objects at a path, without storing them. */
export function create(path: string): ParityKind["send"] {
  return (server, object) => server.request("POST", `${path}?dryRun=All`, object);
}

/** Compares the verdicts of the server and of our validator on the same objects. */
export async function compareKind(
  kind: ParityKind,
  server: ApiServer,
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<KindReport> {
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
        const raw = serverVerdict(await kind.send(server, object));
        const answer = kind.fromServer === undefined || raw === undecodable ? raw : raw.map(kind.fromServer).sort();
        const ours = ourVerdict(await kind.validate(object, { kubernetesVersion: "1.20" }));
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
