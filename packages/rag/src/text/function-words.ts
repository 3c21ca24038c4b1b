/**
 * English words that say how a question is built rather than what it is about, folded as text is:
 * grammatical words, the lightest verbs, courtesies. They count little in ranking but are never
 * removed: short questions consist of them.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "a about above after again against all am an and any are aren as at be because been before being " +
    "below between both but by can cannot could couldn d did didn do does doesn doing don down during " +
    "each few for from further had hadn has hasn have haven having he her here hers herself him " +
    "himself his how i if in into is isn it its itself ll m me might more most must my myself no nor " +
    "not of off on once only or other ought our ours ourselves out over own re s same shall shan she " +
    "should shouldn so some such t than that the their theirs them themselves then there these they " +
    "this those through to too under until up ve very was wasn we were weren what when where which " +
    "while who whom whose why will with won would wouldn you your yours yourself yourselves " +
    "get gets got getting give go goes going went know knows known let like make makes made making " +
    "need needs needed tell want wants wanted " +
    "already also even hello hey hi just now ok okay please still thank thanks well yes yet"
  ).split(" "),
);
