import { splitQuestion } from "../answer/split-question.ts";
import { FUNCTION_WORDS } from "../text/function-words.ts";
import { stemWord } from "../text/stem-word.ts";
import { expandContractions } from "./expand-contractions.ts";
import { type Asked, readAsked } from "./read-asked.ts";

/** One way to ask. */
export interface Phrasing {
  text: string;
  /** Stems of the words that carry what is asked, and of the others, in order. */
  content: ReadonlySet<string>;
  functional: ReadonlySet<string>;
  /** What else of it tells questions apart; read when it is first wanted, for few ever are. */
  asked(): Asked;
}

const COURTESIES: ReadonlySet<string> = new Set(
  (
    "please hello hi hey thank thanks kindly ok okay sir madam dear " +
    "hallo bitte danke bonjour merci hola gracias ciao grazie"
  ).split(" "),
);
/** What people wrap a question in. */
const WRAPPING: ReadonlySet<string> = new Set(
  "possible able allowed permitted help wonder wondering like somebody someone anybody anyone question ask".split(
    " ",
  ),
);

export function readPhrasing(text: string): Phrasing {
  const [content, functional] = [new Set<string>(), new Set<string>()];
  for (const word of splitQuestion(expandContractions(text))) {
    if (COURTESIES.has(word.text)) continue;
    const isLight = isLightWord(word.text);
    (isLight ? functional : content).add(word.dense ? word.text : stemWord(word.text));
  }
  let asked: Asked | null = null;
  return {
    text,
    content,
    functional,
    asked() {
      asked ??= readAsked(text, { content, isLight: isLightWord });
      return asked;
    },
  };
}

function isLightWord(word: string): boolean {
  return FUNCTION_WORDS.has(word) || WRAPPING.has(word) || COURTESIES.has(word);
}
