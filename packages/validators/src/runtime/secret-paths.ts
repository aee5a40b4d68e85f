/**
 * The places in the objects of a kind that hold what must never be shown, such as the data of a Secret. Each is a pointer
 * with `*` for any item of a list or key of a map: `/data`, `/spec/passwords/*`.
 */
export type SecretPaths = readonly string[];

/** What follows for the value at a place: it is `inside` a secret, or holds one and is `around` it, or neither. */
export type Secrecy = "inside" | "around" | undefined;

/** Tells whether a place is in a secret, or holds one. */
export function secrecyOf(secrets: SecretPaths, steps: readonly (string | number)[]): Secrecy {
  let secrecy = secrecyOfAnnotations(steps);
  for (const path of secrets) {
    const pattern = path.split("/").slice(1);
    const isMet = pattern.every((step, index) =>
      index >= steps.length || step === "*" || unescapeStep(step) === String(steps[index])
    );
    if (!isMet) continue;
    if (steps.length >= pattern.length) return "inside";
    secrecy ??= "around";
  }
  return secrecy;
}

/** Writes one step of such a place. */
export function escapeStep(step: string): string {
  return step === "*" ? "~2" : step.replaceAll("~", "~0").replaceAll("/", "~1");
}

// kubectl writes the whole object into one of them, its secrets included; an object may be an item of a list.
function secrecyOfAnnotations(steps: readonly (string | number)[]): Secrecy {
  const at = steps.indexOf("metadata");
  if (at === -1) return undefined;
  if (steps.length === at + 1) return "around";
  if (steps[at + 1] !== "annotations") return undefined;
  return steps.length > at + 2 ? "inside" : "around";
}

function unescapeStep(step: string): string {
  return step.replaceAll("~2", "*").replaceAll("~1", "/").replaceAll("~0", "~");
}
