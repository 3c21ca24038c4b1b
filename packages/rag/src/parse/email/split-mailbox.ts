const QUOTED_LINE = Buffer.from(">From ");
const FROM_LINE = Buffer.from("\nFrom ");
// The sender and a date in C's form: what asctime() writes, with or without a zone.
const MBOX_OPENING = /^From \S*.{0,200}\d{1,2}:\d{2}:\d{2}.{0,40}\r?$/;
const SHORTEST_OPENING = 20;
const LONGEST_OPENING = 400;

/** The messages of an mbox file (RFC 4155) without their `From ` lines; any other file is one message. */
export function splitMailbox(bytes: Uint8Array): Uint8Array[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!opensMessage(file, 0)) return [file];
  const messages: Uint8Array[] = [];
  let start = afterLine(file, 0);
  for (let at = file.indexOf(FROM_LINE); at >= 0; at = file.indexOf(FROM_LINE, at + 1)) {
    if (!opensMessage(file, at + 1)) continue;
    messages.push(unquoted(file.subarray(start, at)));
    start = afterLine(file, at + 1);
  }
  return [...messages, unquoted(file.subarray(start))];
}

/** Lines that begin as the one before a message does are quoted in a mailbox. */
function unquoted(message: Buffer): Buffer {
  if (!message.includes(QUOTED_LINE)) return message;
  return Buffer.from(message.toString("latin1").replace(/^>(>*From )/gm, "$1"), "latin1");
}

function opensMessage(file: Buffer, at: number): boolean {
  const end = file.indexOf(0x0a, at);
  const length = (end < 0 ? file.length : end) - at;
  if (length < SHORTEST_OPENING || length > LONGEST_OPENING) return false;
  return MBOX_OPENING.test(file.toString("latin1", at, at + length));
}

function afterLine(file: Buffer, at: number): number {
  const end = file.indexOf(0x0a, at);
  return end < 0 ? file.length : end + 1;
}
