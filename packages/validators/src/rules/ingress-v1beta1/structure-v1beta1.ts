import { isJsonObject } from "../../values/json-object.ts";
import { isIntOrString } from "../../runtime/is-int-or-string.ts";
import {
  nestErrors,
  noteError,
  noteType,
  type SchemaError,
  type StructureValidator,
} from "../../runtime/schema-error.ts";

// No pinned schema is as old as these kinds. What they share with networking.k8s.io/v1, metadata and status, is judged as
// theirs is; the rest is here. Source: kubernetes 1.20, staging/src/k8s.io/api/networking/v1beta1/types.go.

const anything: StructureValidator = () => true;
const text: StructureValidator = leaf("string", (value) => typeof value === "string");
const intOrString: StructureValidator = leaf("IntOrString", isIntOrString);

const backend: StructureValidator = fields({
  serviceName: text,
  servicePort: intOrString,
  resource: fields({ apiGroup: text, kind: text, name: text }),
});

/** The structure of an Ingress of `extensions/v1beta1` and `networking.k8s.io/v1beta1`, without its metadata and status. */
export const ingressStructure: StructureValidator = fields({
  apiVersion: text,
  kind: text,
  metadata: anything,
  spec: fields({
    backend,
    ingressClassName: text,
    rules: items(fields({
      host: text,
      http: fields({ paths: items(fields({ path: text, pathType: text, backend })) }),
    })),
    tls: items(fields({ hosts: items(text), secretName: text })),
  }),
  status: anything,
});

function fields(known: Readonly<Record<string, StructureValidator>>): StructureValidator {
  const names = Object.keys(known);
  return withErrors((value) => {
    if (value === null) return null;
    if (!isJsonObject(value)) return noteType(null, "", "object");
    let errors: SchemaError[] | null = null;
    for (const name of names) {
      const inner = known[name];
      if (value[name] === undefined || inner === undefined || inner(value[name])) continue;
      errors = nestErrors(errors, inner.errors ?? [], `/${name}`);
    }
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(known, key)) errors = noteError(errors, "", "closed", { key, known: names });
    }
    return errors;
  });
}

function items(inner: StructureValidator): StructureValidator {
  return withErrors((value) => {
    if (value === null) return null;
    if (!Array.isArray(value)) return noteType(null, "", "array");
    let errors: SchemaError[] | null = null;
    for (const [index, item] of value.entries()) {
      if (!inner(item)) errors = nestErrors(errors, inner.errors ?? [], `/${index}`);
    }
    return errors;
  });
}

function leaf(type: string, isOfType: (value: unknown) => boolean): StructureValidator {
  return withErrors((value) => value === null || isOfType(value) ? null : noteType(null, "", type));
}

/** Makes a function of the shape that the generator gives to its own. */
function withErrors(errorsOf: (value: unknown) => SchemaError[] | null): StructureValidator {
  const validator: StructureValidator = (value) => {
    validator.errors = errorsOf(value);
    return validator.errors === null;
  };
  return validator;
}
