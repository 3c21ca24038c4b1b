import { decodeText } from "../decode-text.ts";

const HEAD_BYTES = 2_048;
const CHARSET = /<(?:meta[^>]+charset\s*=\s*["']?|\?xml[^>]+encoding\s*=\s*["'])([\w.:-]+)/i;

/** Decodes a page, trusting its own charset label only where the bytes are not plainly Unicode. */
export function decodeHtml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1");
  return decodeText(bytes, CHARSET.exec(head)?.[1]);
}
