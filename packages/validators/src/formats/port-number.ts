import { noProblems, type Problems } from "./problems.ts";

const isNot: Problems = ["is not a port number from 1 to 65535"];

/** Checks the number of a port. Source: apimachinery, util/validation, IsValidPortNum. */
export function portNumberProblems(port: number): Problems {
  return port >= 1 && port <= 65535 ? noProblems : isNot;
}
