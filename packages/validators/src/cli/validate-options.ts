import type { Format } from "./report/create-reporter.ts";
import type { KubeconformOptions } from "./kubeconform-flags.ts";

/** How manifests are judged. */
export interface JudgeOptions {
  /** Such as `v1.36`; the newest unless given. */
  readonly kubernetesVersion?: string;
  readonly strict: boolean;
  readonly skip: readonly string[];
  readonly reject: readonly string[];
  readonly ignoreMissingSchemas: boolean;
  readonly exitOnError: boolean;
}

/** What the command was asked to do. */
export interface ValidateOptions extends JudgeOptions, KubeconformOptions {
  readonly output: Format;
  /** Where CustomResourceDefinitions are: files, folders, `-` and `cluster`. */
  readonly crds: readonly string[];
  readonly ignoreFilenamePattern: readonly RegExp[];
  readonly summary: boolean;
  readonly verbose: boolean;
  readonly exitZero: boolean;
  /** Threads beyond the second do not pay. */
  readonly threads: 1 | 2;
}

/** All that it takes to judge a source; it can be sent to another thread. */
export interface BatchOptions extends JudgeOptions {
  /** The CustomResourceDefinitions, once they are read. */
  readonly crdDefinitions: readonly unknown[];
}
