/** Verbs, folded, of those who hold what they say for true; a finding ("shows", "found") is no opinion. */
export const SAYS =
  "says?|said|believes?|believed|argues?|argued|thinks?|thought|alleges?|alleged|asserts?|asserted|insists?|insisted|contends?|contended|sagen|sagte[nt]?|sagt|behaupten|behauptete[nt]?|behauptet|meint|meinten?|meinen|glaubt|glauben";
/** The same where "that" goes on from it; otherwise they may be something else. */
export const SAYS_THAT =
  "states?|stated|suggests?|suggested|maintains?|maintained|assumes?|assumed|suspects?|suspected|predicts?|predicted|promises?|promised|assures?|assured|reports?|reported|vermuten|vermutet|versichern|versichert|versprechen|verspricht|disent|dit|affirment|affirme|pretendent|pretend|estiment|estime|pensent|pense|croient|croit|assurent?|supposent?|dicen?|dijo|dijeron|afirman?|creen?|sostienen?|opinan?|aseguran?|suponen?|prometen?|dicono|affermano|afferma|credono|crede|sostengono|sostiene|ritengono|ritiene|dizem|diz|afirmam";
export const THAT = "that|dass|que|che";
/** The same where a verb goes on from it: a continent is claimed as well. */
export const CLAIMS = "claims?|claimed";
export const FINITE = "is|are|was|were|will|would|can|could|may|might|must|has|have|had|does|did";

export const ACCORDING =
  "according to|in the (?:view|opinion|eyes) of|laut(?! (?:ist|war|und|oder) )|nach (?:angaben|ansicht|meinung|aussage)|selon|d['’]apres|segun|secondo";

/** By nobody in particular. */
export const HEARSAY =
  "(?:is|are|was|were|been) (?:\\p{L}+ly )?(?:said|believed|thought|claimed|alleged|reported|rumou?red|assumed|presumed) (?:to|that)|reportedly|allegedly|supposedly|purportedly|apparently|seemingly|angeblich\\p{L}*|mutmasslich\\p{L}*|pretendument|apparemment|supuestamente|presuntamente|al parecer|presumibilmente|a quanto pare";

/** Whose word is as good as what they say: the author's, the reader's own, and papers that lay down what is so. */
export const BINDING =
  "i|we|you|it|who|whoever|anyone|everyone|if|when|ich|wir|du|man|wer|wenn|je|nous|vous|qui|si|yo|nosotros|io|noi|laws?|acts?|contracts?|polic(?:y|ies)|manuals?|guidelines?|rules?|regulations?|terms|labels?|signs?|sections?|articles?|statutes?|standards?|leaflets?|handbooks?|schedules?|timetables?|agreements?|constitution|theorems?|chapters?|tables?|plans?|courts?|census|statistics|figures|data|records?|censo|zensus|recensement|levels?|size|age|kind|type|gesetz|vertrag|handbuch|anleitung|regeln?|satzung|ordnung|etikett|absatz|loi|contrat|reglement|manuel|notice|ley|contrato|reglamento|legge|contratto|regolamento";
