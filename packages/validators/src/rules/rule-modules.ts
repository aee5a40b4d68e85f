/** Where the API server's rules for one kind are, relative to `src/gen`. */
export interface RuleModuleEntry {
  readonly module: string;
  readonly export: string;
  /** True where the rules are complete, so that the `required` marks of the OpenAPI are not reported beside them. */
  readonly decidesRequired: boolean;
}

/** The kinds with rules of their own, by apiVersion and kind. The generator writes them into the kinds' modules. */
export const ruleModules: Readonly<Record<string, RuleModuleEntry>> = {
  "networking.k8s.io/v1/Ingress": {
    module: "../rules/ingress/ingress.ts",
    export: "checkIngress",
    decidesRequired: true,
  },
};
