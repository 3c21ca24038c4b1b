/** What a question asks for; `open` where its words do not tell. */
export type QuestionKind =
  | "duration"
  | "amount"
  | "time"
  | "place"
  | "person"
  | "reason"
  | "way"
  | "choice"
  | "yes_or_no"
  | "open";

const KINDS: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    "duration",
    words(
      "how long|how soon|how quickly|how fast|how many (?:minutes|hours|days|weeks|months|years)|" +
        "wie lange|combien de temps|cuanto tiempo|cuanto tarda|quanto tempo|hoe lang|jak dlugo|как долго|сколько времени",
    ),
  ],
  [
    "amount",
    words(
      "how much|how many|how often|how far|how big|how old|" +
        "wie viele?|wieviele?|wie oft|combien|cuant[oa]s?|quant[oiae]s?|hoeveel|ile|сколько",
    ),
  ],
  [
    "reason",
    words(
      "why|how come|reason|what happened|what is wrong|what is going on|" +
        "warum|weshalb|wieso|pourquoi|por ?que|perche|waarom|dlaczego|почему",
    ),
  ],
  ["time", words("when|what time|which day|what day|wann|quand|cuando|quando|wanneer|kiedy|когда")],
  ["place", words("where|wo|wohin|ou est|ou sont|ou puis|donde|dove|onde|waar|gdzie|где|куда")],
  ["person", words("who|whom|whose|wer|wen|wem|qui est|quien(?:es)?|chi|quem|wie is|kto|кто")],
  [
    "way",
    words(
      "how|steps|process|procedure|what (?:do|must|should|can) i|wie|comment|como|come|hoe|jak|как",
    ),
  ],
  [
    "choice",
    words(
      "which|what|welche[rsnm]?|was|quels?|quelles?|que|cual(?:es)?|quale?|qual|welke?|wat|co|что|какой",
    ),
  ],
  [
    "yes_or_no",
    /(?:^|[.,;!?:]\s*|\b(?:if|whether|and|hi|hello|hey|please)\s+)(?:can|could|may|am|is|are|was|were|will|would|do|does|did|have|has|should|must|shall)\b|\bis it\b|\bpossible\b|\ballowed\b/u,
  ],
];

/** The first kind, in the order of how much it says, that a folded text's words show; a few languages. */
export function readQuestionKind(folded: string): QuestionKind {
  return KINDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? "open";
}

/** Kinds that one answer may well serve: how to do a thing, whether one may, and the bare wish. */
const ALIKE: readonly ReadonlySet<QuestionKind>[] = [
  new Set(["way", "yes_or_no", "open", "choice"]),
  new Set(["amount", "choice"]),
];
/** Beside these: who tells of a trouble asks why. */
const ALIKE_IN_TROUBLE: ReadonlySet<QuestionKind> = new Set(["reason", "open"]);

export function kindsAgree(one: QuestionKind, other: QuestionKind, inTrouble: boolean): boolean {
  if (one === other) return true;
  const groups = inTrouble ? [...ALIKE, ALIKE_IN_TROUBLE] : ALIKE;
  return groups.some((kinds) => kinds.has(one) && kinds.has(other));
}

function words(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${alternatives})(?![\\p{L}\\p{M}])`, "u");
}
