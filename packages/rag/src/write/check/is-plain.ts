import { detectFunctionWords } from "../../answer/detect-function-words.ts";
import { foldText } from "../../text/fold-text.ts";
import { splitWords } from "../../text/split-words.ts";
import { plainClaim, readWords } from "../read-claim.ts";
import { readPolarity } from "./read-polarity.ts";

const MOST_WORDS = 14;
const MOST_LABEL_WORDS = 4;
const LINK = /https?:\/\/|www\./i;
const TABLE_HEAD = /^\|([^\n]*)\n[\s|:-]+$/;
/** "The pool is free:" says what was only asked. */
const AFFIRMS =
  /(?<!\p{L})(?:is|are|was|were|has|have|can|may|must|will|costs?|ist|sind|war|hat|haben|kann|darf|muss|wird|kostet|est|sont|ont|peut|doit|co[uû]te|es|son|tiene|puede|debe|cuesta)(?!\p{L})/iu;
const ANNOUNCES =
  /^(?:here|this|these|hier|voici|aqu[ií]|ecco)(?!\p{L})|(?<!\p{L})(?:what|how|which|when|where|who|why|was|wie|welche\p{L}*|wann|wo|wer|ce qu\p{L}*|comment|quand|lo que|c[oó]mo|qu[eé])(?!\p{L})/iu;
const GREETING =
  /^(?:(?:hello|hi|hey|welcome|greetings|good (?:morning|day|evening|afternoon)|thanks?(?: you)?(?: for (?:asking|your question))?|hallo|guten (?:morgen|tag|abend)|danke(?: fur (?:die|ihre|deine) frage)?|bonjour|bonsoir|salut|merci(?: pour votre question)?|hola|buenos dias|buenas tardes|gracias(?: por (?:tu|su) pregunta)?|ciao|buongiorno|buonasera|grazie|ola|bom dia|boa tarde|obrigad[oa]|hej|hoi|goedendag|bedankt)(?: there)?)$/;

/**
 * A sentence that claims nothing: a greeting, the labels of a table, or a heading or a line that
 * leads into what follows and holds no word but function words and the question's. Anything with a
 * number, a denial or a link claims.
 */
export function isPlain(sentence: string, question: string): boolean {
  const claim = plainClaim(sentence);
  const words = readWords(claim);
  if (LINK.test(sentence)) return false;
  if (words.length === 0) return true;
  if (words.length > MOST_WORDS || /\p{N}/u.test(claim) || readPolarity(claim).isNegated)
    return false;
  if (holdsLabels(sentence)) return !AFFIRMS.test(claim) || ANNOUNCES.test(claim);
  const folded = splitWords(foldText(claim)).map(({ text }) => text);
  if (GREETING.test(folded.join(" "))) return true;
  const leadsIn = /[:：]$/u.test(claim) || /^\s*#{1,6}\s/.test(sentence);
  if (!leadsIn || (AFFIRMS.test(claim) && !ANNOUNCES.test(claim))) return false;
  const functional = detectFunctionWords(words.map(({ word }) => word));
  const asked = new Set(readWords(question).map(({ stem }) => stem));
  return words.every(({ word, stem }) => functional.has(word) || asked.has(stem));
}

function holdsLabels(sentence: string): boolean {
  const labels = TABLE_HEAD.exec(sentence)?.[1]?.split("|");
  return labels?.every((label) => readWords(label).length <= MOST_LABEL_WORDS) ?? false;
}
