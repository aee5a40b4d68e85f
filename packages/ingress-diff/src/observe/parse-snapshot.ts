import { isJsonObject, type JsonObject, objectAt, stringAt } from "./json-value.ts";
import { ObservationError } from "./observation-error.ts";
import { splitJson } from "./split-json.ts";

/** One text of a snapshot and its name for messages. */
export interface SnapshotText {
  readonly name: string;
  readonly text: string;
}

/** A list of one kind, such as a ServiceList. */
export interface TypedList {
  /** Of its items. */
  readonly apiVersion: string;
  /** Of its items. */
  readonly kind: string;
  /** Another page follows it, which may stand elsewhere. */
  readonly isCutOff: boolean;
}

/**
 * Parses what `kubectl get -o yaml|json` prints, also several documents one after another, into single objects.
 *
 * Lists are taken apart; items of a typed list such as `IngressList` get the kind that the list leaves out.
 *
 * @param onList Called with each typed list, also with an empty one, which says that there is no object of its kind.
 * @throws {ObservationError} If the text is neither YAML nor JSON, or holds something that is no object.
 */
export async function parseSnapshot(
  source: SnapshotText,
  onList: (list: TypedList) => void = () => {},
): Promise<readonly JsonObject[]> {
  const objects: JsonObject[] = [];
  for (const document of await parseDocuments(source)) {
    if (document === null || document === undefined) continue;
    if (!isJsonObject(document)) {
      throw new ObservationError(
        `Cannot read snapshot "${source.name}": expected Kubernetes objects, found ${describeValue(document)}`,
        "kubectl get ingresses,ingressclasses,services,endpointslices,secrets -A -o yaml > snapshot.yaml",
      );
    }
    collect(document, objects, onList);
  }
  return objects;
}

async function parseDocuments({ name, text }: SnapshotText): Promise<readonly unknown[]> {
  if (/^\s*[{[]/.test(text)) {
    try {
      return [JSON.parse(text)];
    } catch {
      const parts = parseParts(text);
      if (parts !== undefined) return parts;
      // Perhaps YAML's flow style; if not, the YAML parser says in which line it is wrong.
    }
  }
  // Loaded here because a cluster's report and a JSON snapshot never need it.
  const { parseYaml } = await import("./parse-yaml.ts");
  const parsed = parseYaml(text);
  if ("problem" in parsed) throw notYaml(name, parsed.problem, parsed.cause);
  return parsed.documents;
}

function parseParts(text: string): readonly unknown[] | undefined {
  try {
    return splitJson(text)?.map((part): unknown => JSON.parse(part));
  } catch {
    return undefined;
  }
}

function notYaml(name: string, reason: string, cause: unknown): ObservationError {
  return new ObservationError(
    `Cannot read snapshot "${name}": not YAML or JSON: ${reason}`,
    "kubectl get ingresses,ingressclasses,services,endpointslices,secrets -A -o yaml > snapshot.yaml",
    { cause },
  );
}

function collect(object: JsonObject, into: JsonObject[], onList: (list: TypedList) => void): void {
  const kind = stringAt(object, "kind") ?? "";
  const items = object.items;
  // Go prints a list that was never filled as null.
  const isEmpty = kind.endsWith("List") && kind !== "List" && items === null;
  if (!kind.endsWith("List") || !(Array.isArray(items) || isEmpty)) {
    into.push(object);
    return;
  }
  // `kind: List` holds whole objects, of any kind; the items of a typed list leave their kind to the list.
  const inherited = kind === "List" ? {} : { apiVersion: object.apiVersion, kind: kind.slice(0, -"List".length) };
  if (kind !== "List") {
    const isCutOff = (stringAt(objectAt(object, "metadata"), "continue") ?? "") !== "";
    onList({ apiVersion: stringAt(object, "apiVersion") ?? "", kind: kind.slice(0, -"List".length), isCutOff });
  }
  for (const item of Array.isArray(items) ? items : []) {
    if (isJsonObject(item)) collect({ ...inherited, ...item }, into, onList);
  }
}

function describeValue(value: unknown): string {
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}
