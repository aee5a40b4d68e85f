import { type MessagePort, Worker } from "node:worker_threads";
import type { CheckedBatch } from "../check-batch.ts";
import { checkBatch } from "../check-batch.ts";
import type { Source } from "../input/find-sources.ts";
import type { BatchOptions } from "../validate-options.ts";
import type { Helper } from "./check-in-order.ts";

/** The answer of a helper. */
type Answer = { readonly checked: CheckedBatch } | { readonly error: unknown };

interface Pending {
  readonly resolve: (checked: CheckedBatch) => void;
  readonly reject: (error: unknown) => void;
}

/** Starts a thread that checks files; `entry` is the module that calls `serveHelper()` there. */
export function startHelperThread(entry: URL, options: BatchOptions): Helper<readonly Source[], CheckedBatch> {
  const worker = new Worker(entry, { workerData: options });
  // It answers in the order of the questions.
  const pending: Pending[] = [];
  worker.on("message", (answer: Answer) => {
    const asked = pending.shift();
    if ("checked" in answer) asked?.resolve(answer.checked);
    else asked?.reject(answer.error);
  });
  const fail = (error: unknown): void => {
    for (const { reject } of pending.splice(0)) reject(error);
  };
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("A thread ended before its work was done")));
  return {
    check: (batch) =>
      new Promise((resolve, reject) => {
        pending.push({ resolve, reject });
        worker.postMessage(batch);
      }),
    stop: () => void worker.terminate(),
  };
}

/** Answers the questions of the main thread, in a helper thread. */
export function serveHelper(port: MessagePort, options: BatchOptions): void {
  let last: Promise<unknown> = Promise.resolve();
  port.on("message", (batch: readonly Source[]) => {
    last = last.then(() => checkBatch(batch, options)).then(
      (checked) => port.postMessage({ checked } satisfies Answer),
      (error: unknown) => port.postMessage({ error } satisfies Answer),
    );
  });
}
