/** How many steps the rules of one object may take together; a server gives its rules about as many. */
export const mostSteps = 1_000_000;

/** A rule took more steps than it may: it is stopped. */
export class BudgetError extends Error {}

let left = mostSteps;

/**
 * Runs rules with a new budget. Evaluation is synchronous, so that there is one budget at a time.
 *
 * @param run Is given a function that tells whether the budget is used up.
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
