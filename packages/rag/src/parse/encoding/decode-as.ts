import iconv from "iconv-lite";

/** Decodes by a name that iconv knows; Mac Roman as of 1998, with the euro in it, which iconv lacks. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (/^mac(?:intosh|roman)$/i.test(encoding)) return new TextDecoder("macintosh").decode(bytes);
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}
