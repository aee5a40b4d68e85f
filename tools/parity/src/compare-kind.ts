import type { ValidateOptions, ValidationIssue } from "@kubeschema/validators";
import type { ApiServer } from "@kubeschema-tools/apiserver";
import { type JsonObject, mutate, type MutationPlan } from "./mutate.ts";
import { createRandom } from "./random.ts";
import { isSameVerdict, ourVerdict, serverVerdict, undecodable, type Verdict } from "./verdict.ts";

/** One kind that both judges know. */
export interface ParityKind extends MutationPlan {
  readonly name: string;
  /** Where objects of the kind are created. */
  readonly path: string;
  readonly validate: (value: unknown, options?: ValidateOptions) => readonly ValidationIssue[];
  /** Objects written by hand, for what mutants hardly meet. */
  readonly examples?: readonly JsonObject[];
  /** The object as this server knows it, where its version differs. */
  readonly toServer?: (object: JsonObject) => JsonObject;
  /** The reverse, for a fault: its field and type. */
  readonly fromServer?: (line: string) => string;
  /** Why the judges may differ on an object, where that is known and right. */
  readonly reasonFor?: (difference: Difference) => string | undefined;
}

/** An object that the judges disagree about. */
export interface Difference {
  readonly object: JsonObject;
  readonly server: Verdict;
  readonly ours: Verdict;
}

/** How often the judges agreed. */
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

/** Asks the server (`?dryRun=All`, so that nothing is stored) and our validator about the same objects. */
export async function compareKind(
  kind: ParityKind,
  server: ApiServer,
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<KindReport> {
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
        const sent = kind.toServer?.(object) ?? object;
        const raw = serverVerdict(await server.request("POST", `${kind.path}?dryRun=All`, sent));
        const answer = kind.fromServer === undefined || raw === undecodable ? raw : raw.map(kind.fromServer).sort();
        const ours = ourVerdict(kind.validate(object, { kubernetesVersion: "1.20" }));
        if (answer.length === 0) counts.accepted++;
        if (answer === undecodable) counts.undecodable++;
        const isSame = isSameVerdict(answer, ours);
        const isExact = isSame && JSON.stringify(answer) === JSON.stringify(ours);
        if (isSame) counts.sameVerdict++;
        if (isExact) counts.sameFaults++;
        else differences.push(withReason({ object, server: answer, ours }, kind));
      }),
    );
  }
  return { name: kind.name, count: objects.length, ...counts, differences };
}

function withReason(difference: Difference, { reasonFor }: ParityKind): KindReport["differences"][number] {
  return { ...difference, reason: reasonFor?.(difference) };
}
