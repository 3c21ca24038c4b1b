export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Where whoever gets it says that they want no more; their mail program offers it as well. */
  stopUrl?: string;
  /** Sent again after a failure it is the same mail. */
  id?: string;
}

/** The server will not take it, however often it is tried: there is no such address, or it is full. */
export class MailRefused extends Error {
  override readonly name = "MailRefused";
  readonly code: number;

  constructor(code: number) {
    super(`A mail was refused with ${code}.`);
    this.code = code;
  }
}

/** The server is not there, or lets nobody in: no mail of anyone's would be taken now. */
export class MailAway extends Error {
  override readonly name = "MailAway";
}

/**
 * Hands a mail over to the operator's server; throws where that does not take it, `MailRefused` where it never
 * will, `MailAway` where it takes none.
 */
export type SendMail = (mail: Mail) => Promise<void>;
