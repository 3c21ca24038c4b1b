const FEWEST_PAIRS = 2;
const MOSTLY = 0.6;
const HALF = 0.5;

/**
 * Whether all bytes are Shift JIS (JIS X 0208), and most pairs begin as kana and common ideographs do:
 * no other encoding has so many of these bytes, but Mac Roman, where plain letters follow them.
 */
export function isShiftJis(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  let singles = 0;
  let beforeLetters = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at]!;
    if (lead < 0x80) continue;
    if (lead >= 0xa1 && lead <= 0xdf) singles += 1;
    else if (lead === 0x80 || lead === 0xa0 || lead > 0xfc) return false;
    else if (at + 1 < bytes.length) {
      at += 1;
      const trail = bytes[at]!;
      if (trail < 0x40 || trail === 0x7f || trail > 0xfc) return false;
      pairs += 1;
      if (lead <= 0x9f) common += 1;
      if (isLetter(trail)) beforeLetters += 1;
    }
  }
  if (pairs < FEWEST_PAIRS || singles > pairs) return false;
  return common > pairs * MOSTLY && beforeLetters < pairs * HALF;
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
