import type { Format } from "./report/create-reporter.ts";
import type { KubeconformOptions } from "./kubeconform-flags.ts";

/** Options for judging manifests. */
export interface JudgeOptions {
  /** Such as `v1.36`. Default: the newest. */
  readonly kubernetesVersion?: string;
  readonly strict: boolean;
  readonly skip: readonly string[];
  readonly reject: readonly string[];
  readonly ignoreMissingSchemas: boolean;
  readonly exitOnError: boolean;
}

/** The parsed options of the command. */
export interface ValidateOptions extends JudgeOptions, KubeconformOptions {
  readonly output: Format;
  /** The sources of CustomResourceDefinitions: files, folders, `-` and `cluster`. */
  readonly crds: readonly string[];
  readonly ignoreFilenamePattern: readonly RegExp[];
  readonly summary: boolean;
  readonly verbose: boolean;
  readonly exitZero: boolean;
  /** More than two threads do not pay off. */
  readonly threads: 1 | 2;
}

/** Everything that is needed to judge a source; it can be sent to another thread. */
export interface BatchOptions extends JudgeOptions {
  /** The CustomResourceDefinitions, once they are read. */
  readonly crdDefinitions: readonly unknown[];
}
