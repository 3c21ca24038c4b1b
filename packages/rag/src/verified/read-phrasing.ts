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

/** What people wrap a question in. */
const COURTESIES: ReadonlySet<string> = new Set(
  (
    "possible able allowed permitted kindly help wonder wondering like somebody someone anybody anyone " +
    "sir madam dear question ask hallo bonjour hola bitte merci"
  ).split(" "),
);

export function readPhrasing(text: string): Phrasing {
  const [content, functional] = [new Set<string>(), new Set<string>()];
  for (const word of splitQuestion(expandContractions(text))) {
    const isLight = FUNCTION_WORDS.has(word.text) || COURTESIES.has(word.text);
    (isLight ? functional : content).add(word.dense ? word.text : stemWord(word.text));
  }
  let asked: Asked | null = null;
  return {
    text,
    content,
    functional,
    asked() {
      asked ??= readAsked(text, content);
      return asked;
    },
  };
}
