import { decodeAs } from "./decode-as.ts";

const WESTERN = [
  "äöüß",
  "éèàêâîôûçëïùœæÿ",
  "áéíóúñüªº",
  "ãáçõéíóâêúôà",
  "àèéìòù",
  "åäöé",
  "æøåé",
  "éëïóèüö",
  "áðéíóúýþæö",
  "àèéíïòóúüç·",
];
const CENTRAL = [
  "ąćęłńóśźż",
  "áčďéěíňóřšťúůýž",
  "áäčďéíĺľňóôŕšťúýž",
  "áéíóöőúüű",
  "čćđšž",
  "ăâîşţ",
];
const TURKISH = ["çğıöşüâîİ"];
const BALTIC = ["ąčęėįšųūž", "āčēģīķļņšūž", "õäöüšž"];

/** Letters beside ASCII's of the languages that were written in each encoding, the likeliest first. */
const ALPHABETS: [encoding: string, alphabets: readonly string[]][] = [
  ["windows-1252", WESTERN],
  ["windows-1250", CENTRAL],
  ["iso-8859-2", CENTRAL],
  ["windows-1254", TURKISH],
  ["windows-1257", BALTIC],
  ["macintosh", WESTERN],
  ["cp850", WESTERN],
  ["iso-8859-15", WESTERN],
  ["cp852", CENTRAL],
  ["cp857", TURKISH],
];

// Typography that stands around words: never inside one.
const AROUND_WORDS = "“”„‘’‚«»‹›–—…•€£§©®™°²³½¼¾¡¿\u00A0±×";
const ENOUGH = 0.9;

/** The encoding under which the foreign letters are those of one language, or undefined where none fits. */
export function guessLatin(foreignWords: Uint8Array): string | undefined {
  let best = { encoding: "", explained: ENOUGH };
  for (const [encoding, alphabets] of ALPHABETS) {
    const text = decodeAs(foreignWords, encoding);
    const characters = text.match(/[^\0-\x7F]/g) ?? [];
    const around = new Set(characters.filter((mark) => AROUND_WORDS.includes(mark)));
    const loose = countLoose(text, around);
    for (const alphabet of alphabets) {
      const letters = new Set(alphabet + alphabet.toUpperCase());
      const known = characters.filter((letter) => letters.has(letter)).length;
      const explained = (known - countOdd(text) + loose) / Math.max(1, characters.length);
      if (explained > best.explained) best = { encoding, explained };
    }
  }
  return best.encoding || undefined;
}

function countLoose(text: string, marks: ReadonlySet<string>): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!marks.has(text[at]!)) continue;
    const isInside = /\p{L}/u.test(text[at - 1] ?? "") && /\p{L}/u.test(text[at + 1] ?? "");
    if (!isInside || text[at] === "’") count += 1;
  }
  return count;
}

/** Capitals after small letters, and longer runs of accents than any language has. */
function countOdd(text: string): number {
  return text.match(/\p{Ll}(?=[^\0-\x7F])\p{Lu}|[À-ɏ]{6,}/gu)?.length ?? 0;
}
