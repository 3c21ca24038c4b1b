import { isUtf8 } from "node:buffer";
import { decodeAs } from "./decode-as.ts";
import { foreignWords } from "./foreign-words.ts";
import { guessCyrillic } from "./guess-cyrillic.ts";
import { isShiftJis } from "./is-shift-jis.ts";

const DOS = "cp437";
const MOSTLY = 0.6;
// Titles have fewer of the usual letters than sentences have.
const ENOUGH_CYRILLIC = 0.4;
const FEWEST_PAIRS = 3;
const LINE_END = Buffer.from("\n");

/** Names in UTF-8, or in what one system wrote for lack of it, judged by all such names together. */
export function decodeNames(names: readonly Buffer[]): string[] {
  const others = names.filter((name) => !isUtf8(name));
  const encoding = guess(foreignWords(Buffer.concat(others.flatMap((name) => [name, LINE_END]))));
  return names.map((name) => (isUtf8(name) ? name.toString() : decodeAs(name, encoding)));
}

/** Words that are foreign letters throughout are Cyrillic or East Asian; else a few letters of DOS stand in them. */
function guess(words: Uint8Array): string {
  const high = words.filter((byte) => byte >= 0x80).length;
  const letters = words.filter((byte) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a).length;
  if (high < (high + letters) * MOSTLY) return DOS;
  return (
    guessCyrillic(words, ENOUGH_CYRILLIC) ??
    (isShiftJis(words) ? "cp932" : (guessPairs(words) ?? DOS))
  );
}

/** Pairs of two high bytes: the usual syllables of Korean, or the usual ideographs of Chinese. */
function guessPairs(words: Uint8Array): string | undefined {
  const leads: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (words[at]! < 0x80) continue;
    if (words[at]! < 0xa1 || (words[at + 1] ?? 0) < 0xa1) return undefined;
    leads.push(words[at]!);
    at += 1;
  }
  const within = (last: number) => leads.filter((lead) => lead >= 0xb0 && lead <= last).length;
  if (leads.length < FEWEST_PAIRS) return undefined;
  if (within(0xc8) === leads.length) return "cp949";
  return within(0xd7) >= leads.length * MOSTLY ? "gb18030" : undefined;
}
