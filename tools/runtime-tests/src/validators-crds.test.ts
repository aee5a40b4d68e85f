import { type ApiServer, type ApiServerResponse, describeWithApiServer } from "@kubeschema-tools/apiserver";
import { createRandom } from "@kubeschema-tools/clusters";
import { type JsonObject, mutate } from "@kubeschema-tools/parity";
import { createValidator, type CustomResourceResult } from "@kubeschema/validators/crds";
import { describe, expect, test } from "vitest";
import { type CustomShape, customShapes } from "./validators-crds-shapes.ts";
import { waitFor } from "./wait-for.ts";

const seed = 36;
const count = 400;

describeWithApiServer("createValidator() and the API server of Kubernetes 1.20", (getServer) => {
  describe.each(customShapes)("on $crd.spec.names.kind", ({ crd, path, plan }: CustomShape) => {
    test(`agree on ${count} mutants, fault by fault`, async () => {
      await install(getServer(), crd, path);
      const { validate } = createValidator(crd);
      const random = createRandom(seed);
      const mutants = Array.from({ length: count }, () => mutate(plan, random));
      const objects = [...plan.bases, ...mutants].filter(isSentSafely);
      const differences: unknown[] = [];
      let acceptedCount = 0;
      for (const object of objects) {
        const theirs = serverFaults(await getServer().request("POST", `${path}?dryRun=All`, object));
        if (theirs.length === 0) acceptedCount++;
        const before = JSON.stringify(object);
        const ours = validate(object, { kubernetesVersion: "1.20", unknownFields: "ignore" });
        expect(JSON.stringify(object)).toBe(before);
        const difference = differenceOf(ours, theirs);
        if (difference !== undefined) differences.push({ object, ...difference });
      }
      expect(differences).toEqual([]);
      // A server that answers everything alike would prove nothing.
      expect(acceptedCount).toBeGreaterThan(objects.length / 10);
      expect(objects.length - acceptedCount).toBeGreaterThan(objects.length / 10);
      expect(objects.length).toBeGreaterThan(count * 0.8);
    });
  });
});

/**
 * Tells whether this server can judge an object. It treats "" as null, because of the Go that built it rather than its
 * sources, and dividing by a fraction or completing the prefix "-" makes it drop the connection.
 */
function isSentSafely({ metadata, spec, status }: JsonObject): boolean {
  const isDropped = Number.isInteger((spec as JsonObject | null)?.step) ||
    (metadata as JsonObject | null)?.generateName === "-";
  return !isDropped && !JSON.stringify([spec, status]).includes('""');
}

interface Fault {
  readonly type: string;
  readonly fieldPath: string;
}

/** The part of an object that cannot be decoded: the server says where only in its message. */
const undecodable = "undecodable";

/**
 * Lists what only one of the judges says.
 *
 * Known differences: this server says Invalid for TooLong, TooMany and TypeInvalid, and leaves out indexes. For
 * alternatives it does not name a field, and adds what the best match lacks; we name the field of the value that
 * matches none, and report nothing if the value is of another type altogether.
 */
function differenceOf({ issues }: CustomResourceResult, theirs: readonly Fault[] | typeof undecodable) {
  if (theirs === undecodable) {
    return issues.length > 0 && issues.every(isOfDecoding) ? undefined : { ours: issues, theirs };
  }
  const isComposed = ({ message }: { readonly message: string }): boolean => /\((?:anyOf|oneOf|not)\)/.test(message);
  const composed = issues.filter(isComposed).map(({ fieldPath }) => plainPath(fieldPath));
  const ours = new Set(issues.filter((issue) => !isComposed(issue)).map(line));
  const mayNameNone = composed.length > 0 || issues.some(({ type }) => type === "TypeInvalid");
  const said = new Set(theirs.filter(({ fieldPath }) => !mayNameNone || fieldPath !== "<nil>").map(line));
  const onlyOurs = [...ours].filter((one) => !said.has(one));
  const onlyTheirs = [...said].filter((one) => !ours.has(one) && !composed.some((path) => one.startsWith(path)));
  const isSameVerdict = (issues.length === 0) === (theirs.length === 0);
  return isSameVerdict && onlyOurs.length + onlyTheirs.length === 0
    ? undefined
    : { onlyOurs, onlyTheirs, isSameVerdict };
}

function isOfDecoding({ type, fieldPath }: Fault): boolean {
  return type === "TypeInvalid" && /(?:^|\.)(?:metadata|apiVersion|kind)\b/.test(fieldPath);
}

function line({ type, fieldPath }: Fault): string {
  const old = ["TooLong", "TooMany", "TypeInvalid"].includes(type) ? "Invalid" : type;
  return `${type === "Duplicate" ? fieldPath : plainPath(fieldPath)} ${old}`;
}

function plainPath(fieldPath: string): string {
  return fieldPath.replace(/^\./, "").replace(/\[\d+\]/g, "").replace(/\[(\w+)\]/g, ".$1");
}

function serverFaults({ status, body }: ApiServerResponse): readonly Fault[] | typeof undecodable {
  if (status === 201) return [];
  // The shape is that of a metav1.Status.
  const { message = "", details } = body as {
    message?: string;
    details?: { causes?: readonly { reason: string; field: string }[] };
  };
  if (status === 400 && message.includes("cannot be handled as")) return undecodable;
  const causes = details?.causes ?? [];
  if (status !== 422 || causes.length === 0) throw new Error(`Cannot read the verdict: ${status} ${message}`);
  return causes.map(({ reason, field }) => ({ type: reason.replace("FieldValue", ""), fieldPath: field }));
}

async function install(server: ApiServer, crd: JsonObject, path: string): Promise<void> {
  const { status, body } = await server.request("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", crd);
  if (status !== 201) throw new Error(`Cannot create the definition: ${status} ${JSON.stringify(body)}`);
  const answer = await waitFor(() => server.request("GET", path), (each) => each.status === 200);
  if (answer.status !== 200) throw new Error(`Cannot use ${path}: the server does not serve it`);
}
