/** A change that somebody may wait for. */
export interface PendingChange {
  /** Something has changed. */
  readonly set: () => void;
  /** Settles at once if something has changed since the last call, else when it does. */
  readonly next: () => Promise<void>;
}

/** Makes one: any number of changes between two calls of `next()` count as one. */
export function createPendingChange(): PendingChange {
  let isSet = false;
  let wake: (() => void) | undefined;
  return {
    set: () => {
      isSet = true;
      wake?.();
    },
    next: async () => {
      if (!isSet) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      isSet = false;
      wake = undefined;
    },
  };
}
