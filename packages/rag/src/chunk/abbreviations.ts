// Never at the end of a sentence: titles, and what introduces a name or number.
const BEFORE_NAME = words(
  "mr mrs ms mx dr drs prof sr sra jr st ste mt rev hon gen col capt lt sgt maj cmdr gov sen rep pres fr mme mlle hr fig figs eq eqs sec secs ch chap vol vols no nos nr nº p pp art arts ref refs tab app ed eds vs v cf e.g i.e eg ie viz approx ca incl excl al bzw z.b d.h u.a vgl sog sp ss núm pág págs г ул стр рис табл см д им",
);
// May end a sentence: then a capital that commonly opens one must follow.
const MAY_END = words(
  "inc ltd co corp plc bros dept univ assn intl est ave blvd rd etc usw jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m u.s u.k u.n e.u d.c ph.d m.d b.a m.a b.c a.d др т.д т.п",
);
const OPENERS = words(
  "the a an this that these those it its he she they we i you his her their our my in on at as for if when while after before since although however but and so there here what who how why to by from with no not der die das es er sie wir ich ein eine el la los las un una lo le les il elle on nous",
);
const LONGEST_ABBREVIATION = 8;
const WORD = /[\p{L}\p{M}.º]+$/u;
const NEXT_WORD = /^\p{L}+/u;
/** German writes `the 16th year of life` as "das 16. Lebensjahr"; English "I am 16." says an age. */
const ORDINAL =
  /(?<!\p{L})(?:der|die|das|dem|den|des|zum|zur|(?<!\bI )am|vom|beim|jede[rmsn]?) \d{1,3}$/iu;
const GERMAN_MONTH =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L})/u;
const ORDINAL_REACH = 10;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Whether the full stop at `stop` closes an abbreviation, initial or list number, not a sentence. */
export function endsAbbreviation(text: string, stop: number, next: number): boolean {
  const before = text.slice(Math.max(0, stop - LONGEST_ABBREVIATION - 1), stop);
  const word = WORD.exec(before)?.[0] ?? "";
  if (word === "") return isListNumber(before) || isOrdinal(text, stop, next);
  const key = word.toLowerCase();
  if (BEFORE_NAME.has(key)) return true;
  if (!MAY_END.has(key) && !isInitial(word)) return false;
  const following = NEXT_WORD.exec(text.slice(next, next + 12))?.[0] ?? "";
  return !OPENERS.has(following.toLowerCase());
}

function isOrdinal(text: string, stop: number, next: number): boolean {
  const before = text.slice(Math.max(0, stop - ORDINAL_REACH), stop);
  if (!/(?<!\d)\d{1,3}$/u.test(before)) return false;
  return ORDINAL.test(before) || GERMAN_MONTH.test(text.slice(next, next + ORDINAL_REACH));
}

/** `J.` or `J.R.`, but not the pronoun `I` nor letters of scripts without case. */
function isInitial(word: string): boolean {
  return word !== "I" && /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word);
}

/** `3.` alone at the start of a line. */
function isListNumber(before: string): boolean {
  return /(?:^|\n)[ \t]*\d{1,3}$/.test(
    before.length > LONGEST_ABBREVIATION ? before.slice(1) : `\n${before}`,
  );
}
