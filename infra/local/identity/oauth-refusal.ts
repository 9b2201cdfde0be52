import { randomUUID } from "node:crypto";

/**
 * A refusal in the form Entra gives it. `entraCode` is the number after AADSTS, which people search for.
 * Source: Microsoft identity platform, "Authentication and authorization error codes".
 */
export class OAuthRefusal extends Error {
  override readonly name = "OAuthRefusal";
  readonly error: string;
  readonly entraCode: number;
  readonly status: number;
  readonly suberror: string | undefined;

  constructor(
    error: string,
    entraCode: number,
    sentence: string,
    more: { status?: number; suberror?: string } = {},
  ) {
    super(`AADSTS${entraCode}: ${sentence}`);
    this.error = error;
    this.entraCode = entraCode;
    this.status = more.status ?? 400;
    this.suberror = more.suberror;
  }

  /** The body of the token endpoint's answer. */
  body(at: Date): Record<string, unknown> {
    return {
      error: this.error,
      error_description: this.message,
      error_codes: [this.entraCode],
      timestamp: at.toISOString().replace("T", " ").slice(0, 19).concat("Z"),
      trace_id: randomUUID(),
      correlation_id: randomUUID(),
      ...(this.suberror === undefined ? {} : { suberror: this.suberror }),
    };
  }
}
