/** A schema is not one that the API server accepts; the reader of the whole definition adds its name. */
export class SchemaFault extends Error {
  readonly fieldPath: string;
  readonly problem: string;

  constructor(fieldPath: string, problem: string) {
    super(`${fieldPath} ${problem}`);
    this.fieldPath = fieldPath;
    this.problem = problem;
  }
}
