import type { Evaluation } from "../evaluate/evaluation.ts";
import type { ObjectRef } from "../routes/route.ts";

/** Which findings make the command exit with 1: errors alone, warnings too, or none. */
export type FailOn = "error" | "warning" | "never";

/** The place of an object in a file. */
export interface Origin {
  readonly file: string;
  /** The first line is 1; absent if only the file is known. */
  readonly line?: number;
}

/** What the formats need in addition to the evaluation. */
export interface ReportOptions {
  /** Columns of the terminal; only the text report is fitted to it. */
  readonly width: number;
  readonly hasColor: boolean;
  /** Shows every Ingress, route and finding. */
  readonly isVerbose: boolean;
  /** Of this package, for formats that name the tool. */
  readonly toolVersion: string;
  readonly failOn: FailOn;
  /** Ids of the findings that an earlier report had already. */
  readonly knownIds?: ReadonlySet<string>;
  /** Findings that are known and were left out for that. */
  readonly hiddenKnownCount?: number;
  /** Where an object stands, if it came from a file. */
  readonly originOf?: (object: ObjectRef) => Origin | undefined;
}

/** Turns an evaluation into text with a line break at the end, or into the pieces of one. */
export type ReportFormatter = (evaluation: Evaluation, options: ReportOptions) => string | Iterable<string>;
