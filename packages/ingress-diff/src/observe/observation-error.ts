/**
 * Nothing could be observed: the cluster cannot be reached, refuses the caller, or the snapshot cannot be read.
 *
 * `message` says what failed and where, `hint` what to try. Neither holds a token, a key or a certificate.
 */
export class ObservationError extends Error {
  override readonly name = "ObservationError";
  readonly hint: string;

  constructor(message: string, hint: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.hint = hint;
  }
}
