import { MONTHS } from "../../write/read-dates.ts";

/** The words by which texts tell what is asked for, folded, of a few languages. */

const MONTH_NAMES = [...MONTHS.keys()].join("|");
export const PRICE_WORDS =
  "price|priced|costs?|fees?|kostet|kosten|preise?|gebuhr|coute(?:nt)?|prix|tarifs?|cuestan?|precios?|costano?|prezz[oi]";
export const CURRENCIES = "euros?|dollars?|pounds?|pence|cents?|francs?|franken|eur|usd|gbp|chf";
const UNITS_OF_TIME =
  "seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies)|sekunden?|minuten?|stunden?|tage?n?|nachte?n?|wochen?|monate?n?|jahre?n?|secondes?|jours?|heures?|semaines?|mois|ans|annees?|segundos?|minutos?|horas?|dias?|semanas?|mes(?:es)?|anos?|ore|giorn[oi]|settiman[ae]|mes[ei]|anni";
const UNITS_OF_SIZE =
  "(?:kilo|centi|milli)?met(?:er|re)s?|inch(?:es)?|feet|foot|yards?|miles?|kilomet\\p{L}*|zentimeter\\p{L}*|kilos?|kilograms?|tons?|tonnes?|tonnen|pounds?|lbs?|ounces?|light[- ]?years?|storeys?|stories|floors?|blocks?|stops?";

export const MONEY = new RegExp(
  `\\p{Sc}|${word(`${CURRENCIES}|free|gratis|kostenlos|kostenfrei|gratuit\\p{L}*|nothing|nichts|included|inbegriffen|inclus\\p{L}*|incluid[oa]s?`).source}`,
  "u",
);
export const PRICE = word(PRICE_WORDS);
export const AMOUNT = word(
  "no|none|one|once|twice|half|third|quarter|both|dozens?|hundreds|thousands|millions?|billions?|free|few|several|many|most|all|unlimited|kein\\p{L}*|eins|einer|einmal|halbe?|halfte|mehrere|viele?|alle|kostenlos|gratis|aucune?|moitie|plusieurs|beaucoup|tous|gratuit\\p{L}*|dos|ningun[oa]?|mitad|vari[oa]s|much[oa]s|tod[oa]s|due|nessun\\p{L}*|meta|molt[ie]|tutt[ie]",
);
export const LASTS = word(
  `${UNITS_OF_TIME}|forever|permanent\\p{L}*|indefinite\\p{L}*|until|till|throughout|always|life|lifetime|since|brief\\p{L}*|immediately|overnight|as long as|while|during|temporar\\p{L}*|terms?|eras?|periods?|seasons?|generations?|at once|longer|shorter|seit|bis|immer|dauerhaft|unbefristet|sofort|depuis|jusqu\\p{L}*|toujours|desde|hasta|siempre|fino|sempre`,
);
export const MEASURES = new RegExp(
  `${word(UNITS_OF_SIZE).source}|\\p{N}\\s?(?:[kcm]?m|mi|ft|in|[kmg]?g|t|lb)(?!\\p{L})`,
  "u",
);
export const REPEATS = word(
  "every|each|once|twice|times?|daily|hourly|weekly|monthly|annual\\p{L}*|yearly|always|never|regular\\p{L}*|often|frequent\\p{L}*|rare\\p{L}*|seldom|usual\\p{L}*|sometimes|per|a (?:day|week|month|year|decade|century)|\\p{L}+days|alle|jede\\p{L}*|\\p{L}*mal|taglich|wochentlich|monatlich|jahrlich|immer|nie|regelmassig|oft|selten|pro|im (?:jahr|monat)|\\p{L}+tags",
);
export const TIMES = word(
  `${MONTH_NAMES}|${UNITS_OF_TIME}|\\p{L}+days?|today|tomorrow|yesterday|mornings?|noon|midday|afternoons?|evenings?|midnight|weekends?|daily|hourly|weekly|monthly|annual\\p{L}*|yearly|spring|summer|autumn|winter|seasons?|easter|christmas|now|currently|recent\\p{L}*|ago|after|before|during|until|till|since|when\\p{L}*|while|once|then|if|as soon as|immediately|at once|later|earlier|early|late|soon|first|last|next|previous|prior|following|upon|always|never|dates?|eras?|periods?|times?|ages?|aged|reign|war|ancient|modern|medieval|born|began|start\\p{L}*|end|ended|already|still|yet|\\p{L}*tags?|mittwochs?|sonnabends?|taglich|wochentlich|monatlich|jahrlich|morgens?|mittags?|nachmittags?|abends?|nachts?|uhr|fruhling|fruhjahr|sommer|herbst|ostern|weihnachten|heute|gestern|nach|vor|wahrend|bis|seit|wenn|sobald|sofort|spater|fruher|zuerst|zuletzt|nachste\\p{L}*|ende|beginn|anfang|zeit|apres|avant|pendant|jusqu\\p{L}*|depuis|quand|lors\\p{L}*|siecle|soir|matin|hiver|ete|automne|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|despues|antes|durante|hasta|desde|cuando|siglo|manana|tarde|noche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|verano|invierno|otono|primavera`,
);
export const COMPARES = word(
  "than|more|less|fewer|better|worse|larger|smaller|bigger|greater|faster|slower|cheaper|dearer|higher|lower|older|younger|longer|shorter|earlier|later|both|same|equal\\p{L}*|unlike|whereas|most|least|best|worst|compar\\p{L}*|differ\\p{L}*|exceed\\p{L}*|twice|half",
);
export const REASONS = word(
  "because|since|so|as|for|due|owing|therefore|thus|hence|thereby|consequently|to|cause[sd]?|causing|reasons?|result\\p{L}*|lead\\p{L}*|led|allow\\p{L}*|mak\\p{L}*|made|prevent\\p{L}*|avoid\\p{L}*|protect\\p{L}*|reduc\\p{L}*|help\\p{L}*|enabl\\p{L}*|thanks|given|after|if|when|by|from|despite|purpose\\p{L}*|mean\\p{L}*|otherwise|too|weil|da|denn|fuhrt\\p{L}*|damit|um|wegen|daher|deshalb|darum|sodass|dadurch|grund|aufgrund|dank|zu|sonst|durch|wenn|nachdem",
);
export const ROLES = word(
  "\\p{L}{2,}(?:ers?|ors?|ists?|ians?|wom[ae]n|m[ae]n|ants?|ees?)|people|persons?|everyone|everybody|anyone|anybody|nobody|someone|somebody|no one|staff|team|crew|board|council|police|government|famil(?:y|ies)|parents?|child(?:ren)?|students?|friends?|heads?|chiefs?|kings?|queens?|presidents?|clients?|agents?|part(?:y|ies)|compan(?:y|ies)|groups?|public|church|state|army|he|she|they|we|i|you|us|me|him|her|them|our|your|who|those|all|only|desk|office|departments?|experts?|guests?|\\p{L}*(?:vorstand|leitung|rat|amt|team|buro|stelle)|eltern|kinder\\p{L}*|lehrer\\p{L}*|leute|menschen|wir|sie|er|alle|jeder|niemand|die|wer|frau|herr|il|elle|on|nous|vous|ils|ella|ellos|nosotros",
);
const DETERMINERS =
  "the|a|an|each|every|first|last|early|late|der|die|das|dem|den|einem|einer|ersten?|la|le|les|los|las|el";
/** A preposition of place, and behind it no day, month, season or hour. */
export const PLACES = new RegExp(
  `(?<!\\p{L})(?:in|into|at|on|onto|to|from|near|by|beside|behind|inside|outside|within|under|below|above|over|across|along|around|between|through|throughout|via|of|opposite|toward\\p{L}*|im|ins|an|am|ans|auf|bei|beim|zu|zum|zur|nach|aus|von|vom|vor|hinter|neben|unter|uber|durch|gegenuber|dans|en|a|au|aux|chez|sur|sous|pres|de|du|del|al|sobre|junto) (?:(?:${DETERMINERS}) )*(?!(?:${DETERMINERS}) |\\p{N}|(?:${MONTH_NAMES}|${UNITS_OF_TIME}|\\p{L}*days?|mornings?|afternoons?|evenings?|winter|summer|spring|autumn|seasons?|\\p{L}*tags?|mittwochs?|sommer|herbst|abend|morgen)(?!\\p{L}))\\p{L}|${word("here|there|where|everywhere|online|abroad|north\\p{L}*|south\\p{L}*|east\\p{L}*|west\\p{L}*|cent(?:er|re|ral)|home|hier|dort|uberall|strasse|\\p{L}*platz|\\p{L}*strasse|street|square|road|avenue|address|location|located").source}`,
  "u",
);
export const NO_NAME = word(`${MONTH_NAMES}|\\p{L}+days?`);

export function word(names: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L})`, "u");
}
