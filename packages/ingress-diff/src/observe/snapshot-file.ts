import { createHash } from "node:crypto";
import type { ClusterView, ListName, ListState } from "./cluster-view.ts";
import { isJsonObject, type JsonObject } from "./json-value.ts";
import { ObservationError } from "./observation-error.ts";
import { compareText } from "@kubeschema/model/compare-text";

/** The shape of the file. A field more of the view does not make a new version: an older file is then read as without it. */
const version = 1;

/**
 * Writes a view as a snapshot: one object to a line, the same bytes for the same view. A view holds certificates and
 * never a key, and so does the snapshot.
 */
export function formatSnapshot(view: ClusterView): string {
  const lines = Object.entries(inOrder(view)).map(([name, value]) => `${JSON.stringify(name)}: ${formatField(value)}`);
  const head = `"apiVersion": "kubeschema/v1",\n"kind": "Snapshot",\n"version": ${version},\n"sha256": "${
    digest(view)
  }"`;
  return `{\n${head},\n"view": {\n${lines.join(",\n")}\n}\n}\n`;
}

/** Tells whether an object of a text is a snapshot that {@linkcode formatSnapshot} wrote. */
export function isSnapshot(object: JsonObject): boolean {
  return object.apiVersion === "kubeschema/v1" && object.kind === "Snapshot";
}

/**
 * Reads a snapshot back. What is read is what was written: the digest shows a file that was cut off or edited.
 *
 * @param textName Name of the file, for messages.
 * @throws {ObservationError} If it is of a later version, or not as it was written.
 */
export function readSnapshot(object: JsonObject, textName: string): ClusterView {
  if (object.version !== version) {
    throw new ObservationError(
      `Cannot read snapshot "${textName}": expected version ${version}, found ${JSON.stringify(object.version)}`,
      "the ingress-diff that wrote it, or a newer one",
    );
  }
  if (!isJsonObject(object.view) || digest(object.view) !== object.sha256) {
    throw new ObservationError(
      `Cannot read snapshot "${textName}": it is not as it was written, its sha256 is another`,
      "take the snapshot again with ingress-diff snapshot",
    );
  }
  // The digest proves that formatSnapshot() wrote it, so it is a view, at most an older one.
  const view = object.view as Partial<ClusterView>;
  return { ...oldest, ...view, lists: { ...oldest.lists, ...view.lists } };
}

function formatField(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
}

function digest(view: object): string {
  return createHash("sha256").update(JSON.stringify(inOrder(view))).digest("hex");
}

/** A cluster's view and a dump's put their fields together in different orders. */
function inOrder(view: object): object {
  const entries = Object.entries(view).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => compareText(a, b)));
}

const unknown: ListState = { state: "not-observed", message: "the snapshot was written by an older ingress-diff" };
const lists: Readonly<Record<ListName, ListState>> = {
  ingresses: unknown,
  ingressclasses: unknown,
  services: unknown,
  endpointslices: unknown,
  secrets: unknown,
  events: unknown,
};

/** What a view is taken to hold where an older snapshot says nothing. */
const oldest: ClusterView = {
  source: "",
  at: "",
  isComplete: true,
  requestCount: 0,
  lists,
  ingresses: [],
  ingressClasses: [],
  services: [],
  endpointSlices: [],
  secrets: [],
  events: [],
  classParameters: [],
  backendObjects: [],
  areManagedFieldsShown: false,
};
