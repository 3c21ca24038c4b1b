/** Why a source cannot be understood: stable keys that the studio turns into words. */
export type RejectionReason =
  | "source.encrypted"
  | "source.no_text_layer"
  | "source.corrupt"
  | "source.empty"
  | "source.needs_script"
  | "source.no_sitemap"
  | "source.too_large"
  | "source.too_complex"
  | "source.unsupported"
  | "source.timed_out";

/** A document was refused for a cause of its own; `message` says what a person can do about it. */
export class SourceRejected extends Error {
  readonly reason: RejectionReason;

  constructor(reason: RejectionReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "SourceRejected";
    this.reason = reason;
  }
}
