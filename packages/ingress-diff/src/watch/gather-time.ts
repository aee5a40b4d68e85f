/** Changes that come together are judged together. */
const leastMs = 300;
/** However long it takes to judge: nobody on call waits longer for news. */
const mostMs = 5_000;

/**
 * How long to gather changes before they are judged: four times as long as the last judgement took, so that a cluster in
 * which something always changes keeps no more than a fifth of a processor busy.
 *
 * @param lastMs How long the last judgement took, in milliseconds.
 */
export function gatherTimeMs(lastMs: number): number {
  return Math.min(mostMs, Math.max(leastMs, 4 * lastMs));
}
