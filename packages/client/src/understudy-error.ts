/** A refusal or a fault of the instance; `reason` is a stable key such as `conversation.not_found`. */
export class UnderstudyError extends Error {
  override readonly name = "UnderstudyError";
  readonly status: number;
  readonly reason: string;
  /** Names the call in the instance's logs. */
  readonly correlationId: string | null;

  constructor(told: {
    status: number;
    reason: string;
    message: string;
    correlationId: string | null;
  }) {
    super(told.message);
    this.status = told.status;
    this.reason = told.reason;
    this.correlationId = told.correlationId;
  }
}
