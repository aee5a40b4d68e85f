import { setImmediate as nextTurn } from "node:timers/promises";

/** Another thread that checks batches. */
export interface Helper<Batch, Checked> {
  readonly check: (batch: Batch) => Promise<Checked>;
  readonly stop: () => void;
}

/** Options of `checkInOrder()`. */
export interface Sharing<Batch, Checked> {
  readonly checkHere: (batch: Batch) => Promise<Checked>;
  /** Called once, after the first batches: a short run is over before a thread has started. */
  readonly startHelper: () => Helper<Batch, Checked> | undefined;
  /** Some batches only this thread can check. */
  readonly isShareable: (batch: Batch) => boolean;
}

const batchesBeforeHelp = 8;
/** A helper already has the next batch when it ends one. */
const mostAtHelper = 2;
/** No more than this many finished results wait for an unfinished one. */
const mostWaiting = 64;

/** Checks batches in this thread and, in a long run, in another one; the results are in order. */
export async function* checkInOrder<Batch, Checked>(
  batches: Iterable<Batch>,
  { checkHere, startHelper, isShareable }: Sharing<Batch, Checked>,
): AsyncGenerator<Checked> {
  const waiting: { readonly promise: Promise<Checked>; isDone: boolean }[] = [];
  let helper: Helper<Batch, Checked> | undefined;
  let [count, atHelper] = [0, 0];
  try {
    for (const batch of batches) {
      if (++count === batchesBeforeHelp) helper = startHelper();
      if (helper !== undefined && atHelper < mostAtHelper && isShareable(batch)) {
        const entry = { promise: helper.check(batch), isDone: false };
        const settle = (): void => {
          atHelper--;
          entry.isDone = true;
        };
        atHelper++;
        // A failure is thrown where the result is used.
        entry.promise.then(settle, settle);
        waiting.push(entry);
      } else {
        waiting.push({ promise: Promise.resolve(await checkHere(batch)), isDone: true });
        // Answers of the helper arrive between turns only.
        if (helper !== undefined) await nextTurn();
      }
      while (waiting[0]?.isDone || waiting.length > mostWaiting) {
        const first = waiting.shift();
        if (first !== undefined) yield await first.promise;
      }
    }
    for (const { promise } of waiting) yield await promise;
  } finally {
    helper?.stop();
  }
}

/** Groups items into batches. */
export function* toBatches<T>(items: Iterable<T>, size: number): Generator<readonly T[]> {
  let batch: T[] = [];
  for (const item of items) {
    if (batch.push(item) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
