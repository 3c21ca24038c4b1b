export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Hands a mail over to the operator's server; throws where that does not take it. */
export type SendMail = (mail: Mail) => Promise<void>;
