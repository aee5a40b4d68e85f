import { noProblems, type Problems } from "./problems.ts";

const form = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const relaxedForm = /^[ -<>-~]+$/;

/**
 * Checks the name of an environment variable as it was until Kubernetes 1.31. Source: apimachinery, util/validation,
 * IsEnvVarName.
 */
export function envVarNameProblems(name: string): Problems {
  const problems: string[] = [];
  if (!form.test(name)) {
    problems.push('is not a variable name; use letters, digits, "_", "-" and ".", and no digit first');
  }
  if (name === "." || name.startsWith("..")) problems.push('must not be "." and must not begin with ".."');
  return problems.length === 0 ? noProblems : problems;
}

/**
 * Checks the same since 1.32: any printable ASCII but "=". Source: apimachinery, util/validation, IsRelaxedEnvVarName.
 */
export function relaxedEnvVarNameProblems(name: string): Problems {
  return relaxedForm.test(name) ? noProblems : ['is not a variable name; use printable ASCII without "="'];
}
