import type { Email } from "postal-mime";
import { SourceRejected } from "../source-rejected.ts";

const LOCKED = /^multipart\/encrypted\b|^application\/(?:x-)?pkcs7-mime\b(?!.*\bsigned-data\b)/i;

/** Refuses a message whose words are there for the key of its receiver only (OpenPGP, S/MIME). */
export function refuseLocked({ headers }: Email): void {
  const type = headers.find(({ key }) => key === "content-type")?.value ?? "";
  if (!LOCKED.test(type)) return;
  const advice = "This message is encrypted for its receiver. Open it there and save its text.";
  throw new SourceRejected("source.unsupported", advice);
}
