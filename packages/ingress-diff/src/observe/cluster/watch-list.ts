import { setTimeout as sleep } from "node:timers/promises";
import type { ListName, ListState } from "../cluster-view.ts";
import { isJsonObject, type JsonObject, objectAt, stringAt } from "../json-value.ts";
import { ApiError } from "./api-error.ts";
import { type ListScope, type ReadList, readList } from "./read-list.ts";

/** One kind of object, kept up to date. */
export interface WatchedList<T> {
  readonly items: () => readonly T[];
  readonly state: () => ListState;
  /**
   * Why a change would not be seen now; `undefined` if it would, or if the server has said that the list cannot be
   * read, which `state` says.
   */
  readonly trouble: () => ApiError | undefined;
  /** Whether it may be listed and not watched, so that it is read again and again. */
  readonly isWatchForbidden: () => boolean;
  /** Settles with the first list, even if it is not available; then the watch continues by itself. */
  readonly first: Promise<ReadList<unknown>>;
  /** Settles when the signal has ended the watch. */
  readonly done: Promise<void>;
}

/** What to keep of each object, and whom to tell. */
export interface WatchOptions<T> {
  readonly read: (object: JsonObject) => T | undefined;
  readonly fieldSelector?: string;
  readonly onChange: () => void;
  /** Whether a change is worth a word; what is `undefined` is not there. Every one is if not given. */
  readonly isOfInterest?: (before: T | undefined, after: T | undefined) => boolean;
  readonly signal: AbortSignal;
  /** Waits before the next try; the real clock if not given. */
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

/** A server ends a watch by itself after this time; not all at the same moment. */
const watchSeconds = 300;
const longestPauseMs = 30_000;

/** An API server that has just started refuses everybody (403) until it has read its roles. */
const certainRefusals = 3;

/**
 * Lists one kind of object and watches it from there on: the informer of client-go in small.
 *
 * A watch that ends goes on where it ended, with the help of bookmarks. One that is too old (410, as the status of the
 * answer or as an ERROR event in an answer with status 200) begins again with a list. After any other fault it waits,
 * longer each time, and tries again; the objects stay as they were last seen.
 *
 * @see {@link https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes}
 */
export function watchList<T>(scope: ListScope, list: ListName, options: WatchOptions<T>): WatchedList<T> {
  const { signal, onChange, pause = defaultPause } = options;
  const kept = new Map<string, T>();
  let state: ListState = { state: "unavailable", message: "it was not read yet" };
  let faultCount = 0;
  let listRefusals = 0;
  let watchRefusals = 0;
  let trouble: ApiError | undefined = new ApiError("connection", "it was not read yet");

  async function readAll(): Promise<ReadList<unknown>> {
    const found = await readList(scope, list, {
      read: (object) => ({ key: keyOf(object), item: options.read(object) }),
      ...(options.fieldSelector === undefined ? {} : { fieldSelector: options.fieldSelector }),
    });
    if (found.error === undefined) {
      kept.clear();
      for (const { key, item } of found.items) if (item !== undefined) kept.set(key, item);
    }
    listRefusals = found.error?.reason === 403 ? listRefusals + 1 : 0;
    if (state.state === "observed" && listRefusals > 0 && listRefusals < certainRefusals) {
      trouble = found.error;
      return found;
    }
    state = found.state;
    trouble = found.error?.reason === 403 || found.error?.reason === 404 ? undefined : found.error;
    return found;
  }

  function apply(line: string, moved: (version: string) => void): void {
    const event: unknown = JSON.parse(line);
    if (!isJsonObject(event)) throw new ApiError("answer", "the watch sent something that is not an event");
    const object = objectAt(event, "object");
    if (event.type === "ERROR") {
      const code = typeof object.code === "number" ? object.code : 500;
      throw new ApiError(code, stringAt(object, "message") ?? "the watch ended with an error");
    }
    moved(stringAt(objectAt(object, "metadata"), "resourceVersion") ?? "");
    faultCount = 0;
    if (event.type === "BOOKMARK") return;
    const key = keyOf(object);
    const before = kept.get(key);
    const item = event.type === "DELETED" ? undefined : options.read(object);
    if (item === undefined) kept.delete(key);
    else kept.set(key, item);
    if (options.isOfInterest?.(before, item) ?? true) onChange();
  }

  /** Watches until the list has to be read again. */
  async function watchFrom(path: string, resourceVersion: string): Promise<void> {
    let version = resourceVersion;
    while (!signal.aborted) {
      const timeoutSeconds = Math.round(watchSeconds * (1 + Math.random()));
      const query = new URLSearchParams({
        watch: "true",
        allowWatchBookmarks: "true",
        resourceVersion: version,
        timeoutSeconds: String(timeoutSeconds),
        ...(options.fieldSelector === undefined ? {} : { fieldSelector: options.fieldSelector }),
      });
      try {
        await scope.client.stream(`${path}?${query}`, {
          signal,
          idleTimeoutMs: (timeoutSeconds + 30) * 1000,
          onOpen: () => {
            trouble = undefined;
            watchRefusals = 0;
          },
          onLine: (line) =>
            apply(line, (next) => {
              if (next !== "") version = next;
            }),
        });
        // A server that ends each watch at once must not be asked without a pause.
        await pause(200, signal);
      } catch (error) {
        if (signal.aborted || !(error instanceof ApiError)) throw error;
        trouble = error;
        if (error.reason === 403) watchRefusals++;
        // What the server refuses, 410 above all, begins again with a list; what broke off goes on.
        if (typeof error.reason === "number") return;
        await pause(pauseMs(faultCount++), signal);
      }
    }
  }

  async function run(found: ReadList<unknown>): Promise<void> {
    let current = found;
    while (!signal.aborted) {
      if (current.error === undefined && current.path !== undefined) {
        await watchFrom(current.path, current.resourceVersion ?? "");
      }
      if (signal.aborted) return;
      await pause(pauseMs(faultCount++), signal);
      const before = state;
      current = await readAll();
      // A list that remains forbidden is requested again and again, to no effect.
      if (current.error === undefined || !isSameState(before, state)) onChange();
    }
  }

  const first = readAll();
  const done = first.then(run).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  // Whoever waits for it hears of it all the same; nobody may wait yet.
  done.catch(() => undefined);
  return {
    items: () => [...kept.values()],
    state: () => state,
    trouble: () => trouble,
    isWatchForbidden: () => watchRefusals >= certainRefusals,
    first,
    done,
  };
}

function isSameState(a: ListState, b: ListState): boolean {
  return a.state === b.state && ("message" in a ? a.message : "") === ("message" in b ? b.message : "");
}

/** Half a second to half a minute, half of it chance. */
function pauseMs(faultCount: number): number {
  return Math.min(1000 * 2 ** faultCount, longestPauseMs) * (0.5 + Math.random() / 2);
}

function defaultPause(ms: number, signal: AbortSignal): Promise<unknown> {
  return sleep(ms, undefined, { signal });
}

function keyOf(object: JsonObject): string {
  const metadata = objectAt(object, "metadata");
  return `${stringAt(metadata, "namespace") ?? ""}/${stringAt(metadata, "name") ?? ""}`;
}
