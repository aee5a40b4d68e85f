/** A request that did not give what it should. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** The HTTP status, or what stopped the request: `broken` is an answer that was cut off on the way. */
  readonly reason: number | "connection" | "tls" | "timeout" | "broken" | "answer";
  /** The answer's `.metadata.continue`, which a 410 may offer to go on with. */
  readonly continueToken: string;
  /** How long the server asks to wait before the next try. */
  readonly retryAfterMs: number | undefined;

  constructor(
    reason: ApiError["reason"],
    message: string,
    options: { readonly cause?: unknown; readonly continueToken?: string; readonly retryAfterMs?: number } = {},
  ) {
    super(message, options);
    this.reason = reason;
    this.continueToken = options.continueToken ?? "";
    this.retryAfterMs = options.retryAfterMs;
  }
}
