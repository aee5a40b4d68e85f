import { safeLine } from "./safe-line.ts";

/**
 * What `createValidator()` throws: a value is not a CustomResourceDefinition that an API server would serve.
 *
 * The message names the definition and the place. `DEBUG` is not needed to find it: `fieldPath` has it too.
 */
export class InvalidCrdError extends TypeError {
  override readonly name: string = "InvalidCrdError";
  /** The place in the CustomResourceDefinition: `spec.versions[0].schema`; `""` is the whole. */
  readonly fieldPath: string;

  constructor(crdName: string, fieldPath: string, problem: string) {
    const subject = crdName === "" ? "the CustomResourceDefinition" : `the CustomResourceDefinition "${crdName}"`;
    super(safeLine(`Cannot read ${subject}: ${fieldPath === "" ? "" : `${fieldPath} `}${problem}`));
    this.fieldPath = fieldPath;
  }
}
