/** Words that deny what follows them, folded, a language a line. */
export const NEGATORS_BEFORE = words(`
not no never none nobody nothing neither nor without cannot hardly unless except forbidden prohibited unable impossible lack lacks lacking avoid avoids prevent prevents excludes excluded refuse refuses
ne jamais aucun aucune sans rien non interdit interdite interdits interdites
no nunca ningun ninguno ninguna sin jamas nada tampoco prohibido prohibida prohibidos prohibidas
non nessun nessuno nessuna senza niente vietato vietata vietati vietate
nao nunca nenhum nenhuma sem jamais
niciodata fara nici
не нет ни никогда без нельзя нет
ні немає ніколи
nie nigdy bez ani
nikdy bez neni nejsou
nem soha nincs nelkul
ei eivat ikina ilman
δεν μην οχι χωρις ποτε
لا ليس ليست لم لن غير بدون
לא אין בלי אינו
khong chua chang
tidak bukan tanpa jangan
`);

/** Negators that are common words of other languages, with words that tell theirs, or not theirs. */
export const AMBIGUOUS_NEGATORS: Record<
  string,
  { with?: ReadonlySet<string>; without?: ReadonlySet<string> }
> = {
  n: { with: words("pas plus jamais rien est ont les des la le une dans pour il elle") },
  pas: { with: words("mais les des la le une dans pour il elle est sont du et") },
  no: { without: words("em com dos das uma nao sao ao foi pelo pela") },
  nu: { with: words("si sa este sunt care pentru din poate se cu") },
};

/** Words that may stand on either side of what they deny. */
export const NEGATORS_AROUND = words(`
nicht kein keine keinen keiner keinem keines nie niemals ohne weder niemand nichts verboten untersagt unmoglich
niet geen nooit zonder
inte aldrig ingen inget inga utan ej
ikke aldri aldrig ingen uten uden
degil yok asla hicbir
नहीं न मत बिना
`);

/** What denies the rest of its sentence, however far away it stands. */
export const DENIALS = words(
  "false myth untrue misconception incorrect wrong falsch irrtum faux mito falso",
);

/** In scripts without spaces, apart from words that only look negative. */
export const DENSE_NEGATION =
  /(?:不(?!同|过|過|断|斷|仅|僅)|没|沒|无(?!线|论)|無(?!線|料)|未(?!来|來)|非(?!常)|勿|ない|なく|ません|ずに|않|없|아니|ไม่)/u;

/** Pairs of which a claim and its evidence must not hold one side each. */
export const OPPOSITES: readonly (readonly [string, string])[] = `
increase/decrease increases/decreases increased/decreased rise/fall rises/falls more/less more/fewer most/least before/after earlier/later
always/never all/some allowed/forbidden allow/forbid required/optional mandatory/optional includes/excludes accept/reject accepted/rejected
maximum/minimum open/closed opens/closes first/last win/lose won/lost start/stop starts/stops begin/end begins/ends
true/false possible/impossible with/without high/low higher/lower highest/lowest hot/cold warm/cold left/right buy/sell enable/disable
enabled/disabled faster/slower longer/shorter larger/smaller bigger/smaller better/worse best/worst inside/outside day/night morning/evening
safe/dangerous legal/illegal free/paid public/private internal/external agree/disagree success/failure succeeds/fails up/down early/late
mehr/weniger vor/nach immer/nie mit/ohne erlaubt/verboten offen/geschlossen steigt/sinkt hoch/niedrig maximal/minimal pflicht/freiwillig
plus/moins avant/apres toujours/jamais avec/sans augmente/diminue ouvert/ferme
mas/menos antes/despues siempre/nunca con/sin aumenta/disminuye abierto/cerrado
`
  .trim()
  .split(/\s+/)
  .map((pair) => {
    const [one = "", other = ""] = pair.split("/");
    return [one, other];
  });

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
