import { foldText } from "../../text/fold-text.ts";
import { PRICE_WORDS, word } from "./kind-words.ts";

/**
 * What a question asks to be told, where its words show it: `price` is money, `count` a number of things,
 * `figure` any number, `extent` how long a thing is or takes.
 */
export type AskedKind =
  | "email"
  | "phone"
  | "website"
  | "price"
  | "count"
  | "extent"
  | "frequency"
  | "size"
  | "figure"
  | "comparison"
  | "person"
  | "name"
  | "place"
  | "year"
  | "time"
  | "reason";

const ADDRESS = "(?:[- ]?(?:address\\w*|adressen?))?";
const EMAIL = `e-?mail${ADDRESS}|mail${ADDRESS}|adresse e-?mail|adresse electronique|courriel|correo electronico`;
const PHONE =
  "(?:tele)?phone numbers?|(?:fax|mobile) numbers?|(?:telefon|fax|ruf)nummer|numero de (?:telephone|telefono)|numero di telefono";
const WEBSITE =
  "website|web ?site|homepage|web ?page|web address|url|webseite|site web|sitio web|sito web";

/** Asks what to do, and is answered by what does it: "Where do I change it?", "Who can I ask?", "When should one …?" */
const ADVICE =
  "(?! (?:should|shall|(?:do|can|could|may|must|would|to) (?:i|you|we|one|people)|soll\\p{L}*|muss\\p{L}*|darf|durfen|(?:kann|konnen|finde|sehe|andere|stelle|bekomme|wende) (?:ich|man|wir)|faut|(?:dois|puis)-je|peut-on|debo|puedo|se)(?!\\p{L}))";
const COSTS = word(PRICE_WORDS).source;

/** In this order: a price that is asked by "how many" is a price. */
const KINDS: readonly (readonly [AskedKind, readonly RegExp[]])[] = [
  ["email", contact(EMAIL)],
  ["phone", contact(PHONE)],
  ["website", contact(WEBSITE)],
  [
    "price",
    [
      new RegExp(
        `^.*${word("how (?:many|much|high)|wie ?viele?|wie hoch|combien|cuant[oa]s?|quant[oie]").source}.*${COSTS}`,
        "u",
      ),
      new RegExp(
        `^\\W*what(?:['’]?s| is| are| was| were| do| does| did| will| would) .*${COSTS}(?=\\W*$| (?:of|for|per|to|in|at|an?|on|with) )`,
        "u",
      ),
      /^\W*(?:was kosten?t?|que precio)(?!\p{L})/u,
    ],
  ],
  ["extent", [word("how long|wie lang|wie lange|combien de temps|cuanto tiempo|quanto tempo")]],
  ["frequency", [word("how often|wie oft|wie haufig")]],
  ["size", [word("how (?:tall|deep|wide|far|heavy)|wie (?:tief|breit|weit|schwer)")]],
  ["count", [word("how many|wie ?viele|cuant[oa]s|quant[ie]")]],
  ["figure", [word("how (?:much|old|high)|wie ?viel|wie (?:alt|hoch)|combien")]],
  [
    "comparison",
    [
      /^\W*(?:is|are|was|were|does|do|did) .*(?<!\p{L})(?:\p{L}{2,}er|more|less|worse) .*than(?!\p{L})/u,
    ],
  ],
  [
    "name",
    [
      /^\W*what(?: is|['’]?s) the name of (?:the|your) (?:\p{L}+ ){0,2}(?:\p{L}+(?:er|or|ist|ian|man)|head|chief|captain)(?!\p{L})/u,
      /^\W*wie heisst (?:der|die|ihre?|eure?) \p{L}*(?:leiter|leiterin|trainer|trainerin|vorsitzende\p{L}?|chef|chefin)(?!\p{L})/u,
    ],
  ],
  ["person", [new RegExp(`^\\W*(?:who|wer|wen|wem)(?!\\p{L})${ADVICE}(?!.* for\\W*$)`, "u")]],
  ["place", [new RegExp(`^\\W*(?:where|wo|wohin)(?!\\p{L})${ADVICE}`, "u")]],
  [
    "year",
    [word("(?:in )?(?:what|which) year|in welchem jahr|en quelle annee|en que ano|in che anno")],
  ],
  [
    "time",
    [
      new RegExp(
        `^\\W*(?:since |until |by |seit |bis |ab )?(?:when|wann|quand|cuando)(?!\\p{L})${ADVICE}(?!.*, (?:what|who|where|how|was|wer|wo|wie) )`,
        "u",
      ),
    ],
  ],
  ["reason", [/^\W*(?:why|warum|weshalb|wieso)(?!\p{L})/u]],
];
/** "It was decided how many": asks for the way, not for the figure. */
const ASKS_OTHERWISE = /\p{L}{3,},? (?:how|wie|cuant|quant)/u;
const FIGURES: ReadonlySet<AskedKind> = new Set([
  "price",
  "count",
  "extent",
  "frequency",
  "size",
  "figure",
]);

/** What kind of thing a question asks for; null where its words, or its language, do not tell. */
export function findAskedKind(question: string): AskedKind | null {
  const folded = foldText(question);
  const [kind] = KINDS.find(([, asks]) => asks.some((each) => each.test(folded))) ?? [null];
  return kind && FIGURES.has(kind) && ASKS_OTHERWISE.test(folded) ? null : kind;
}

const CONTACT_STEMS =
  "lautet|e|mail|email|address|adress\\p{L}*|phone|telephon|fax|number|numero|website?|web|site|page|homepag|url|telefon\\p{L}*|\\p{L}*nummer|correo|electronico|courriel|electroniqu";
const KIND_STEMS: Partial<Record<AskedKind, RegExp>> = {
  email: stems(CONTACT_STEMS),
  phone: stems(CONTACT_STEMS),
  website: stems(CONTACT_STEMS),
  price: stems(
    "price|cost|fee|kost\\p{L}*|preis\\p{L}*|gebuhr\\p{L}*|cout\\p{L}*|prix|tarif|cuest\\p{L}*|precio|prezz\\p{L}*",
  ),
};

/** Whether a stem of a question only says what kind of thing it asks for. */
export function namesKind(stem: string, kind: AskedKind): boolean {
  return KIND_STEMS[kind]?.test(stem) ?? false;
}

function stems(names: string): RegExp {
  return new RegExp(`^(?:${names})$`, "u");
}

/** "What is the e-mail address of …?", "Does … have a website?" */
function contact(names: string): RegExp[] {
  const end = "(?=\\W*$| (?:of|for|to|at|do|does|can|should|der|des|von|fur|zu|de|du|del|di) )";
  const what = "(?:what(?: is| are|['’]?s)|wie (?:lautet|ist)|quelle? est|cual es|qual e)";
  return [
    new RegExp(`^\\W*${what} (?:[^\\s,]+ ){0,6}?(?:${names})${end}`, "u"),
    new RegExp(`^\\W*(?:what|which|welche\\p{L}*|quelle?) (?:${names})${end}`, "u"),
    new RegExp(
      `^\\W*(?:is there|are there|do|does|has|have|gibt es|hat|haben) .*(?:a|an|eine?|any) (?:${names})${end}`,
      "u",
    ),
  ];
}
