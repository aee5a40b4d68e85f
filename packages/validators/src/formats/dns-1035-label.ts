import { nameProblems } from "./name-problems.ts";
import type { Problems } from "./problems.ts";

const wrong = /[^-a-z0-9]|^(?![a-z])|-$/;
const isNot =
  'is not a DNS-1035 label; use lower-case letters, digits and "-", with a letter first and a letter or digit last';

/** Checks a DNS-1035 label of at most 63 bytes: the name of a Service until Kubernetes 1.35. Source: apimachinery, util/validation. */
export function dns1035LabelProblems(text: string): Problems {
  return nameProblems(text, wrong.test(text), isNot, 63);
}
