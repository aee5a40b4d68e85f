import { child, type FieldPath } from "../../values/field-path.ts";
import { type JsonObject, textOf } from "../../values/json-object.ts";
import type { Problems } from "../../formats/problems.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { objectMeta } from "../sources.ts";

/** The form of a kind's names: what is wrong with a name, and with a prefix that the server completes. */
export interface NameForm {
  readonly name: (name: string) => Problems;
  readonly prefix: (prefix: string) => Problems;
}

/** The usual form, where a prefix is checked as a name after its dash at the end is hidden. */
export function nameForm(nameProblems: (name: string) => Problems): NameForm {
  return { name: nameProblems, prefix: (prefix) => nameProblems(maskTrailingDash(prefix)) };
}

/**
 * `name` and `generateName`. Both are checked where both are given; where only `generateName` is, the server makes a name
 * of it and checks that as well, so that a bad prefix is reported on both fields.
 * Source: kubernetes, apimachinery/pkg/api/validation/objectmeta.go and apiserver/pkg/storage/names/generate.go.
 */
export function checkName(outer: Report, metadata: JsonObject, form: NameForm, path: FieldPath): void {
  const report = reportFrom(outer, objectMeta, "ValidateObjectMeta");
  const prefix = textOf(metadata.generateName);
  if (prefix !== "") {
    for (const problem of form.prefix(prefix)) {
      report("Invalid", child(path, "generateName"), prefix, problem);
    }
  }
  const given = textOf(metadata.name);
  const name = given === "" && prefix !== "" ? exampleOfGenerated(prefix) : given;
  if (name === "") {
    report("Required", child(path, "name"), metadata.name, "must be set, unless generateName is");
    return;
  }
  for (const problem of form.name(name)) report("Invalid", child(path, "name"), name, problem);
}

// The server puts one letter in the place of the last two characters, so that a dash at the end is allowed.
function maskTrailingDash(prefix: string): string {
  return prefix.length > 1 && prefix.endsWith("-") ? `${prefix.slice(0, -2)}a` : prefix;
}

/** A name as the server makes one: it cuts the prefix to 58 characters and adds five letters and digits of its choice. */
export function exampleOfGenerated(prefix: string): string {
  return `${prefix.slice(0, 58)}x7k2p`;
}
