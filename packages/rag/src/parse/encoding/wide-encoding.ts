const SAMPLE_BYTES = 64 * 1024;

type Wide = "utf-16le" | "utf-16be";

/** UTF-16 without a byte order mark, or undefined. */
export function wideEncoding(bytes: Uint8Array): Wide | undefined {
  return byZeroBytes(bytes) ?? byCharacters(bytes);
}

/** Spaces, line ends and ASCII letters leave zero bytes on one side. */
function byZeroBytes(bytes: Uint8Array): Wide | undefined {
  const size = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  let zeroFirst = 0;
  let zeroSecond = 0;
  for (let i = 0; i < size; i += 2) {
    if (bytes[i] === 0 && bytes[i + 1] !== 0) zeroFirst += 1;
    if (bytes[i] !== 0 && bytes[i + 1] === 0) zeroSecond += 1;
  }
  const enough = Math.max(2, size / 40);
  if (zeroFirst > enough && zeroSecond * 20 < zeroFirst) return "utf-16be";
  if (zeroSecond > enough && zeroFirst * 20 < zeroSecond) return "utf-16le";
  return undefined;
}

const MARKS_SHARE = 0.02;
const LETTERS_SHARE = 0.97;
const GARBLED_SHARE = 0.8;

/** East Asian text has few zero bytes: what tells are its punctuation, kana, spaces and line ends. */
function byCharacters(bytes: Uint8Array): Wide | undefined {
  const size = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (size < 8) return undefined;
  const sample = bytes.subarray(0, size);
  const big = weigh(sample, "utf-16be");
  const little = weigh(sample, "utf-16le");
  const [better, worse] = big.letters > little.letters ? [big, little] : [little, big];
  const isSure = better.letters >= LETTERS_SHARE && worse.letters < GARBLED_SHARE;
  return isSure && better.marks >= MARKS_SHARE ? better.encoding : undefined;
}

function weigh(sample: Uint8Array, encoding: Wide) {
  const text = new TextDecoder(encoding).decode(sample);
  const marks = text.match(/[\n\r\t \u3000-\u30FF\uFF01-\uFF5E]/g)?.length ?? 0;
  const letters = text.match(
    /[\n\r\t -~\u3000-\u30FF\uFF01-\uFF9F\u4E00-\u9FFF\uAC00-\uD7A3‘’“”…—·]/g,
  );
  return { encoding, marks: marks / text.length, letters: (letters?.length ?? 0) / text.length };
}
