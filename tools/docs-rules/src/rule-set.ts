/** What `kubeschema-docs build --rules` takes: a page of rules. */
export interface RuleSet {
  readonly title: string;
  /** What the rules are, and how to read their examples. */
  readonly about: string;
  /** What the examples have in common. */
  readonly example?: string;
  readonly rules: readonly RuleEntry[];
}

/** One rule, with an example that the tests run. */
export interface RuleEntry {
  readonly id: string;
  readonly summary: string;
  readonly severity: string;
  readonly why?: string;
  readonly fix?: string;
  /** Where the rule comes from. */
  readonly source?: string;
  readonly example?: string;
  /** What is said of the example. */
  readonly finding?: string;
}
