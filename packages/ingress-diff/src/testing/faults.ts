import type { FakeAnswer, FakeRequest, Script } from "./fake-api-server.ts";
import { statusAnswer } from "./fake-api-server.ts";

/** One way in which an API server, or something before it, goes wrong. */
export interface Fault {
  readonly name: string;
  readonly answer: FakeAnswer;
  /** How many requests meet it before all is well again. */
  readonly times: number;
  /** Only pages after the first. */
  readonly isLaterPage?: boolean;
  /** What becomes of the list. */
  readonly want: "observed" | "inconsistent" | "forbidden" | "unavailable";
}

/** Objects in a page: the second one begins with the object of this index. */
export const faultPageSize = 11;

const half: FakeAnswer = { body: { items: Array(50).fill({ metadata: { name: "a" } }) }, isHalf: true };
const cut: FakeAnswer = { body: undefined, text: '{"items":[{"metadata":{"name":"a"' };
const later = { headers: { "retry-after": "1" } };

/** Faults that pass: whoever asks again gets the answer. */
export const passingFaults: readonly Fault[] = [
  { name: "429 with Retry-After", answer: { ...statusAnswer(429, "too many requests"), ...later }, times: 2 },
  { name: "503 with Retry-After", answer: { ...statusAnswer(503, "shutting down"), ...later }, times: 1 },
  { name: "503", answer: statusAnswer(503, "no backend"), times: 3 },
  { name: "504 with Retry-After", answer: { ...statusAnswer(504, "too large"), ...later }, times: 1 },
  { name: "a dropped connection", answer: { body: undefined, isDropped: true }, times: 2 },
  { name: "a half-sent answer", answer: half, times: 2 },
  { name: "JSON that is cut off", answer: cut, times: 1 },
  { name: "410 while paging", answer: expired(), times: 1, isLaterPage: true },
].map((fault) => ({ ...fault, want: "observed" }));

/** Faults that stay, or that leave a mark. */
export const lastingFaults: readonly Fault[] = [
  { name: "410 while paging, twice", answer: expired(), times: 2, isLaterPage: true, want: "inconsistent" },
  ...[
    { name: "429 for ever", answer: { ...statusAnswer(429, "too many requests"), ...later } },
    { name: "503 for ever", answer: statusAnswer(503, "no backend") },
    { name: "500", answer: statusAnswer(500, "etcd is down") },
    { name: "404", answer: statusAnswer(404, "not found") },
    { name: "410 at the start", answer: expired() },
    { name: "silence", answer: { body: undefined, isSilent: true } },
    { name: "half-sent answers for ever", answer: half },
    { name: "dropped connections for ever", answer: { body: undefined, isDropped: true } },
    { name: "a web page", answer: { body: undefined, text: "<html>" } },
    { name: "JSON that is not a list", answer: { body: { kind: "Status" } } },
  ].map((fault) => ({ ...fault, times: Infinity, want: "unavailable" as const })),
  { name: "403", answer: statusAnswer(403, "cannot list it"), times: Infinity, want: "forbidden" },
];

/** A script in which each fault happens to one list; the first that fits a request is the one it meets. */
export function scriptOf(faults: readonly { readonly fault: Fault; readonly list: string }[]): Script {
  const left = faults.map(({ fault }) => fault.times);
  return (request) => {
    for (const [index, { fault, list }] of faults.entries()) {
      if (left[index] === 0 || !isHit(request, fault, list)) continue;
      left[index] = (left[index] ?? 0) - 1;
      return fault.answer;
    }
    return undefined;
  };
}

/** A deadline that comes soon for the requests of one list, and for no other, however busy the machine is. */
export function impatientWith(list: string): (ms: number, path: string) => AbortSignal {
  return (ms, path) => AbortSignal.timeout(path.split("?")[0]?.endsWith(`/${list}`) === true ? 50 : ms);
}

function isHit({ path, query }: FakeRequest, { isLaterPage }: Fault, list: string): boolean {
  return path.endsWith(`/${list}`) && (isLaterPage !== true || query.get("continue") !== null);
}

/** The answer to a token that has expired; it offers a new one, for pages of another point in time. */
function expired(): FakeAnswer {
  return statusAnswer(410, "the provided continue parameter is too old", { continue: `from-${faultPageSize}` });
}
