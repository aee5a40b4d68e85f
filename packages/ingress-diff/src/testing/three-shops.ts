import { ingress, ingressClass, service, serviceBackend, slice } from "@kubeschema-tools/clusters";
import type { Evaluation } from "../evaluate/evaluation.ts";
import type { ReportOptions } from "../report/report-options.ts";
import { judge } from "./judge.ts";

/** What the tests of report formats print. */
export const reportOptions: ReportOptions = {
  width: 80,
  hasColor: false,
  isVerbose: false,
  toolVersion: "1.2.3",
  failOn: "warning",
};

/** Three small clusters. */
export interface ThreeShops {
  readonly fine: Evaluation;
  /** One route fails, one is fine, and an empty entry next to an address gives a warning. */
  readonly broken: Evaluation;
  /** Nobody saw the Services. */
  readonly unknown: Evaluation;
}

export async function judgeThreeShops(): Promise<ThreeShops> {
  const rest = [ingressClass("nginx"), service(), slice()];
  const gone = ingress({ name: "shop", host: "gone.example", backend: serviceBackend("gone", 80) });
  return {
    fine: await judge([ingress(), ...rest]),
    broken: await judge([ingress({ status: [{ ip: "203.0.113.10" }, {}] }), gone, ...rest]),
    unknown: await judge([ingress(), ...rest.slice(0, 1)]),
  };
}
