const ASKS = /[?？؟]["'”’»)\]」』）*_]*$/u;
const GREEK_ASKS = /\p{sc=Greek}.*[;\u037e]$/su;
/** Chinese, Japanese and Korean often ask without a question mark. */
const ASKS_WITHOUT_MARK =
  /(?:(?:です|ます|ません|した|しょう)か|(?<=\p{sc=Han})[吗嗎]|[습입합됩십]니까)[。.]?$/u;
const QUOTED_END = /["'”’»」』]$/u;
const QUOTED_START = /^[^\p{L}\p{N}]*["'“„‘«「『]/u;

/** Whether a sentence asks; one that tells of a question ("She asked: ‘Why?’") does not. */
export function asksQuestion(sentence: string): boolean {
  if (ASKS.test(sentence)) return !QUOTED_END.test(sentence) || QUOTED_START.test(sentence);
  return GREEK_ASKS.test(sentence) || ASKS_WITHOUT_MARK.test(sentence);
}
