/** The number of steps that the rules of one object may take together, about the same as on a server. */
export const mostSteps = 1_000_000;

/** Thrown when a rule takes too many steps: it is stopped. */
export class BudgetError extends Error {}

let left = mostSteps;

/**
 * Runs rules with a new budget. Evaluation is synchronous, so that there is one budget at a time.
 *
 * @param run Receives a function that tells whether the budget is used up.
 */
export function withBudget<T>(run: (isSpent: () => boolean) => T): T {
  const before = left;
  left = mostSteps;
  try {
    return run(() => left < 0);
  } finally {
    left = before;
  }
}

/**
 * Counts steps: items that are visited, or characters that are searched, in hundreds.
 *
 * @throws {BudgetError} If there are none left.
 */
export function spend(steps: number): void {
  left -= steps;
  if (left < 0) throw new BudgetError(`it takes more than ${mostSteps} steps`);
}
