/**
 * Words that make what stands beside them weaker, folded: an alternative of a regular expression for
 * each way. What depends on the verb names those of effects, for "guests may swim" is no guess.
 */
export const HEDGES = {
  sometimes:
    "sometimes|occasionally|at times|now and then|from time to time|once in a while|partly|in (?:some|certain|a few) cases|manchmal|gelegentlich|mitunter|ab und zu|hin und wieder|teilweise|parfois|quelquefois|de temps en temps|a veces|algunas veces|de vez en cuando|a volte|talvolta",
  usually:
    "usually|generally|typically|normally|often|frequently|mostly|in most cases|meist|meistens|oft|haufig|normalerweise|in der regel|souvent|generalement|habituellement|en general|a menudo|normalmente|generalmente|di solito|spesso",
  perhaps:
    "might|could|possibly|perhaps|maybe|probably|presumably|likely|(?:is|are|was|were) (?:expected|planned|scheduled|projected) to|(?:we|they) (?:plan|intend|aim|hope) to|(?:plans|intends|aims|hopes|expects) to|vielleicht|moglicherweise|vermutlich|wahrscheinlich|voraussichtlich|konnten?|peut-etre|probablement|pourrai(?:en)?t|quizas?|tal vez|probablemente|podrian?|forse|probabilmente|potrebber?o?",
  mayDo:
    "may(?: (?:also|even|not|therefore|then))?(?= (?:be|become|have been|cause|lead|result|take|need|contain|occur|happen|appear|vary|change|differ|affect|increase|reduce|improve|help|prevent|damage|harm|hurt|kill|fail|lose|trigger|raise|lower|delay|worsen|cost|break|leak|close|suffer|develop)(?!\\p{L}))" +
    "|can(?: (?:also|even|not))?(?= (?:cause|lead to|result in|occur|happen|vary|affect|increase|reduce|improve|help|prevent|damage|harm|hurt|kill|fail|trigger|delay|worsen|leak)(?!\\p{L}))" +
    "|(?:kann|konnen)(?= (?:\\S+ ){0,6}?(?:verursachen|auslosen|fuhren|schaden|erhohen|senken|verringern|verschlimmern|verhindern|helfen|dauern|vorkommen|passieren)(?!\\p{L}))" +
    "|(?:peut|peuvent)(?= (?:aussi |meme )?(?:causer|provoquer|entrainer|augmenter|reduire|nuire|endommager|aggraver|aider|durer|arriver)(?!\\p{L}))" +
    "|(?:puede|pueden)(?= (?:tambien )?(?:causar|provocar|aumentar|reducir|danar|empeorar|ayudar|durar|ocurrir)(?!\\p{L}))" +
    "|(?:puo|possono)(?= (?:anche )?(?:causare|provocare|aumentare|ridurre|danneggiare|aiutare|durare)(?!\\p{L}))",
} as const;

/** What may be done or happen, without a word of whether it will. */
export const OPEN =
  "may|might|can|could|should|kann|konnen|konnten?|darf|durfen|peut|peuvent|pourrai(?:en)?t|puede|pueden|podrian?|puo|possono";

export const CERTAIN =
  "will|(?:is|are) going to|certainly|definitely|guaranteed?|guarantees|surely|undoubtedly|bestimmt|garantiert|sicherlich|definitiv|zweifellos|certainement|garantit|garantie?s?|sin duda|garantiza\\p{L}*";

/** A part of those named behind it, and a larger part. */
export const SOME =
  "some|several|a few|few|certain|einige|manche|mehrere|wenige|certaine?s|quelques|plusieurs|algun[oa]s|vari[oa]s|alcun[ie]";
export const MANY = "many|half|a number|viele|etliche|beaucoup|much[oa]s|molt[ie]";

export const PERCENT = "\\d+(?:[.,]\\d+)? ?(?:%|percent|per cent|prozent|pour cent|por ciento)";

/** Weak in words of their own. */
export const WEAK = `${OPEN}|not all|nicht alle|possible|able|welcome|eligible|entitled|free to|accept\\p{L}*|option\\p{L}*|allow\\p{L}*|permit\\p{L}*|right to|chance|risk\\p{L}*|suggest\\p{L}*|tends? to|moglich\\p{L}*|erlaub\\p{L}*|gefahr|risiko|neig\\p{L}*|possibl\\p{L}*|permis\\p{L}*|risque\\p{L}*|posible\\p{L}*|permit\\p{L}*|riesgo\\p{L}*|rischi\\p{L}*|rare|rarely|seldom|selten`;
export const ROUGH =
  "most|majority|tends? to|as a rule|in general|by default|typical|common|commonly|on average|average|about|around|roughly|approximately|die meisten|meisten|im allgemeinen|etwa|ungefahr|circa|environ|en moyenne|plupart|mayoria|aproximadamente|circa";
/** That there are some, without a word of how many. */
export const EXISTS =
  "available|exists?|there (?:is|are)|offer\\p{L}*|include\\p{L}*|verfugbar|erhaltlich|es gibt|gibt es|disponibles?|il y a|hay|ci sono|disponibil[ei]";
