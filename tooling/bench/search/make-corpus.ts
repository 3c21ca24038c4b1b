import { createRandom } from "../answer/random.ts";

const VOCABULARY = 30_000;
const WORDS_PER_SENTENCE = 15;
const SYLLABLES =
  "ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu ra re ri ro ru sa se si so su ta te ti to tu".split(
    " ",
  );

export interface Corpus {
  /** A text of so many words, in sentences and paragraphs; the same seed gives the same text. */
  text(words: number): string;
  /** A question of three to eight words, rarer ones among them. */
  question(): string;
}

/** Words drawn by Zipf's law, as in natural text: a few are everywhere, most are rare. */
export function makeCorpus(seed: number): Corpus {
  const random = createRandom(seed);
  const words = Array.from({ length: VOCABULARY }, (_, rank) => spell(rank));
  const draw = () => words[Math.min(VOCABULARY - 1, Math.floor(VOCABULARY ** random()) - 1)]!;
  const sentence = () => {
    const [first = "", ...rest] = Array.from({ length: WORDS_PER_SENTENCE }, draw);
    return `${first.charAt(0).toUpperCase()}${first.slice(1)} ${rest.join(" ")}.`;
  };
  return {
    text(count) {
      const sentences = Array.from({ length: Math.ceil(count / WORDS_PER_SENTENCE) }, sentence);
      return sentences.map((words, i) => (i % 8 === 7 ? `${words}\n\n` : `${words} `)).join("");
    },
    question: () => `${Array.from({ length: 3 + Math.floor(random() * 6) }, draw).join(" ")}?`,
  };
}

function spell(rank: number): string {
  let word = "";
  for (let rest = rank + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length]!;
  }
  return word;
}
