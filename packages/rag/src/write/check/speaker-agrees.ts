import { foldText } from "../../text/fold-text.ts";
import type { ClaimWord } from "../read-claim.ts";
import { CLAUSE_MARK } from "./find-evidence.ts";
import { contentOf, partAround, partsAbout } from "./parts-about.ts";
import {
  ACCORDING,
  BINDING,
  CLAIMS,
  FINITE,
  HEARSAY,
  SAYS,
  SAYS_THAT,
  THAT,
} from "./speaker-words.ts";
import { isAmong } from "./words-agree.ts";

const OPENING = "(?<=^\\P{L}{0,20}|[.;:(,!?\\n]\\s*)";
const NO_NOUN =
  "(?! (?:is|are|was|were|must|may|can|will|should|has|have|to|for|of|in|by|with|on|over|about|from|against|made|under|and|or|ist|sind|wird|werden) )";
const VERB = [
  `(?:${SAYS})(?!\\p{L})${NO_NOUN}`,
  `(?:${SAYS_THAT})(?=,? (?:${THAT}) )`,
  `(?:${CLAIMS})(?=,? (?:${THAT}) | (?!(?:${FINITE}) )[^,;.!?]*? (?:${FINITE}) )`,
].join("|");
const WHO = '(?<who>[^.,;:!?\\n"“”„»«]{1,60})';
const END =
  "(?=[.;!?\\n]|, (?:and|but|while|und|aber|et|mais|y|pero|ma) | but | while | aber | mais | pero |$)";

/** Someone's word for something, folded: `who` gives it, for `what` or, without, for all of the sentence. */
const WORDS_GIVEN = [
  `${OPENING}${WHO}(?<!(?<!\\p{L})the) (?:${VERB})(?<what>[^.;!?\\n]{8,}?)${END}`,
  `[,"”»“]\\s*(?:${SAYS}) (?!(?:${THAT}|every|an?|\\d+) )${WHO}`,
  `${OPENING}(?:${ACCORDING}) (?<who>(?:[^\\s,.;]+ ){0,7}?[^\\s,.;]+)(?=,| (?:ist|sind|war|waren|hat|haben|kann|wird|werden) )`,
  `, (?:${ACCORDING}) ${WHO}`,
  `(?<!\\p{L})(?:${HEARSAY})(?!\\p{L})`,
].map((pattern) => new RegExp(pattern, "gu"));
const SPEAKS = new RegExp(
  `(?<!\\p{L})(?:${SAYS}|${SAYS_THAT}|${CLAIMS}|${ACCORDING}|${HEARSAY}|view|opinion)(?!\\p{L})`,
  "u",
);
const BINDS = new RegExp(`(?<!\\p{L})(?:${BINDING})(?!\\p{L})`, "u");
const SENTENCE_END = /[.;!?\n]/u;

/**
 * Whether a claim says on whose word it stands: "it is safe" does not rest on "the maker says that it is
 * safe". `sentence` is all of the sentences that the quotes touch; `author` is who makes the claim, whose
 * own word needs no naming.
 */
export function speakerAgrees(
  claim: string,
  { sentence, author }: { sentence: string; author: string },
): boolean {
  const theirs = foldText(sentence);
  const given = WORDS_GIVEN.flatMap((pattern) => Array.from(theirs.matchAll(pattern)));
  if (given.length === 0 || SPEAKS.test(foldText(claim))) return true;
  return given.every((match) => {
    const who = match.groups?.who ?? "";
    if (BINDS.test(who) || contentOf(who).some((word) => isAmong(word, contentOf(author)))) {
      return true;
    }
    const [before, said, behind] = partByWord(theirs, match);
    const inside = contentOf(said);
    const claimed = contentOf(claim);
    const isNamed = (word: ClaimWord) => isAmong(word, claimed) && !isAmong(word, inside);
    return (
      contentOf(who).some(isNamed) || partsAbout(claim, said, `${before}\n${behind}`).length === 0
    );
  });
}

/** A text parted into what comes before, what is said on someone's word, and what comes behind. */
function partByWord(text: string, match: RegExpExecArray) {
  const end = match.index + match[0].length;
  const { what, who } = match.groups ?? {};
  if (what) return [text.slice(0, end - what.length), what, text.slice(end)] as const;
  return partAround(text, match, who ? SENTENCE_END : CLAUSE_MARK);
}
