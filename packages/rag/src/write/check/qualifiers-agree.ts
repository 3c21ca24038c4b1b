import { foldText } from "../../text/fold-text.ts";
import { readPolarity } from "./read-polarity.ts";

/** What limits a statement, folded, by kind. */
const QUALIFIERS = {
  exception:
    "unless|except|excepting|excluding|apart from|other than|ausser|es sei denn|ausgenommen|mit ausnahme|sauf|excepte|hormis|a moins|excepto|salvo|a menos que|tranne|eccetto",
  condition:
    "if|when|provided|as long as|but|however|though|although|wenn|falls|sofern|solange|aber|jedoch|si|pourvu|mais|toutefois|pero|cuando|ma",
  limit:
    "only|solely|exclusively|nobody but|nur|ausschliesslich|lediglich|seulement|uniquement|exclusivement|solo|solamente|unicamente|exclusivamente|soltanto",
  most: "(?<!at )most|the majority|die meisten|meisten|la plupart|la mayoria|mayoria",
  some: "some|several|a few|certain|sometimes|occasionally|partly|einige|manche|manchmal|gelegentlich|teilweise|certains|certaines|quelques|parfois|algunos|algunas|a veces|alcuni|alcune",
  usual:
    "mostly|usually|generally|typically|normally|often|frequently|meist|meistens|oft|haufig|normalerweise|gewohnlich|souvent|generalement|habituellement|normalmente|generalmente|a menudo",
  rare: "rarely|seldom|barely|scarcely|hardly|selten|kaum|rarement|a peine|raramente|apenas",
  all: "all|every|each|everyone|everybody|everything|always|anyone|alle|allen|jeder|jede|jedes|immer|tous|toutes|toujours|chaque|todos|todas|siempre|cada|tutti|tutte",
  duty: "must|have to|has to|required|need to|needs to|shall|obligatory|mandatory|compulsory|muss|mussen|musst|verpflichtet|verpflichtend|obligatorisch|doit|doivent|devez|obligatoire|il faut|debe|deben|tiene que|tienen que|obligatorio|obligatoria|deve|devono",
  leave:
    "may|might|allowed|permitted|optional|optionally|voluntary|darf|durfen|erlaubt|gestattet|zulassig|freiwillig|autorise|autorisee|permis|facultatif|facultative|permitido|permitida|opcional",
  advice:
    "should|ought to|recommended|advised|advisable|sollten?|empfohlen|ratsam|devrai(?:en)?t|devriez|recommandee?s?|conseillee?s?|deberian?|recomendad[oa]s?|aconsejable|dovrebber?o?|consigliat[oaei]",
  ability: "can|could|kann|konnen|konnt|peut|peuvent|pouvez|puede|pueden|puo|possono",
} as const;

type Qualifier = keyof typeof QUALIFIERS;

const patternOf = (names: string) => new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L})`, "u");
const patterns = Object.entries(QUALIFIERS).map(
  ([kind, names]) => [kind as Qualifier, patternOf(names)] as const,
);
const MAY_THE_MONTH = /(?<=\S )May(?!\p{L})/gu;
const EXCEPTION = patternOf(QUALIFIERS.exception);
const OPENS_WITH_LIMIT = new RegExp(`^\\P{L}*(?:${QUALIFIERS.limit})(?!\\p{L})`, "u");

/** Folded, "may" is a permission, and no month. */
export function foldWithoutMonth(text: string): string {
  return foldText(text.replace(MAY_THE_MONTH, ""));
}

function readQualifiers(text: string): ReadonlySet<Qualifier> {
  const folded = foldWithoutMonth(text);
  return new Set(patterns.flatMap(([kind, pattern]) => (pattern.test(folded) ? [kind] : [])));
}

interface Compared {
  ours: ReadonlySet<Qualifier>;
  theirs: ReadonlySet<Qualifier>;
  isDenied: boolean;
  isEvidenceDenied: boolean;
}

/**
 * Whether a claim keeps what limits its evidence: an exception, "only", "most", "rarely", what may and
 * what must be done. `clause` is the quote with the rest of its clause, `statement` with what goes on from it.
 */
export function qualifiersAgree(
  claim: string,
  { clause, statement }: { clause: string; statement: string },
): boolean {
  const ours = readQualifiers(claim);
  if (dropsException(claim, statement) && !has(ours, "exception", "condition", "limit")) {
    return false;
  }
  const compared = {
    ours,
    theirs: readQualifiers(clause),
    isDenied: readPolarity(claim).isNegated,
    isEvidenceDenied: readPolarity(clause).isNegated,
  };
  const addsLimit =
    OPENS_WITH_LIMIT.test(foldText(claim)) &&
    !has(compared.theirs, "limit", "exception") &&
    !compared.isEvidenceDenied;
  return !addsLimit && keepsExtent(compared) && keepsDuty(compared);
}

function keepsExtent({ ours, theirs, isDenied }: Compared): boolean {
  if (has(theirs, "some", "most", "usual", "rare") && has(ours, "all") && !theirs.has("all")) {
    return false;
  }
  if (theirs.has("most") && !has(ours, "most", "some", "usual", "ability", "leave")) return false;
  if (theirs.has("some") && ours.has("most") && !theirs.has("most")) return false;
  if (isDenied) return true;
  if (theirs.has("limit") && !has(ours, "limit", "exception")) return false;
  return !theirs.has("rare") || ours.has("rare");
}

function keepsDuty({ ours, theirs, isDenied, isEvidenceDenied }: Compared): boolean {
  const isAdvised = theirs.has("advice") && !theirs.has("duty");
  if (isDenied === isEvidenceDenied && isAdvised && ours.has("duty") && !ours.has("advice")) {
    return false;
  }
  if (isDenied || isEvidenceDenied) return true;
  const isFree = has(theirs, "leave", "ability") && !theirs.has("duty");
  if (isFree && ours.has("duty") && !has(ours, "leave", "ability")) return false;
  const isBound = theirs.has("duty") && !theirs.has("leave");
  return !(isBound && ours.has("leave") && !ours.has("duty"));
}

function has(qualifiers: ReadonlySet<Qualifier>, ...kinds: readonly Qualifier[]): boolean {
  return kinds.some((kind) => qualifiers.has(kind));
}

/** Whether a claim says what a statement says but for an exception; its denial may be of the exception. */
function dropsException(claim: string, statement: string): boolean {
  const folded = foldText(statement);
  const at = folded.search(EXCEPTION);
  return at >= 0 && readPolarity(claim).isNegated === readPolarity(folded.slice(0, at)).isNegated;
}
