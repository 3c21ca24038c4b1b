import { FUNCTION_WORDS as ENGLISH } from "../text/function-words.ts";

/**
 * Words that carry grammar rather than a subject, by language: what a question is made of when it
 * asks for nothing. Ranking needs no such lists, for idf does their work; refusing does, because in
 * a twin of one page idf cannot tell "what is the" from "Mongolia".
 */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: `${[...ENGLISH].join(" ")} tell give me know explain describe name many much kind type exactly please just also may might must shall upon within along via still new now get got mean means meaning define definition`,
  de: "der die das den dem des ein eine einer eines einem einen und oder aber in im an am auf aus bei mit nach von vom zu zum zur für über unter um als wie was wer wen wem wessen wann wo warum wieso welche welcher welches welchen ist sind war waren wird werden wurde wurden hat haben hatte kann können soll sich nicht es er sie ich wir ihr man dass viele viel bedeutet bedeutung heißt definition",
  fr: "le la les l un une des du de d et ou mais dans en au aux sur sous par pour avec sans que qu qui quoi dont où quand comment pourquoi combien quel quelle quels quelles est sont était étaient être a ont avait il elle ils elles je tu nous vous on ce cette ces se sa son ses ne pas plus signifie signification définition",
  es: "el la los las lo un una unos unas de del al y o u pero en por para con sin sobre entre que qué quién quiénes cuál cuáles cuándo dónde cómo cuánto cuánta cuántos cuántas es son era eran fue fueron ser está están ha han había se su sus no más yo tú él ella nosotros significa significado definición",
  it: "il lo gli i una uno di del della dei delle e ed o ma in nel nella su per con da dal che chi cosa quale quali quando dove come perché quanto quanti quante è sono era erano essere ha hanno si non significa significato definizione",
  pt: "o os as um uma de do da dos das no na nos nas em por para com que quem qual quais quando onde como quanto quantos quantas é são foi foram era eram ser tem não se seu sua significa significado definição",
  nl: "de het een en of maar in op aan bij met van voor naar om te dat die dit wat wie welke wanneer waar waarom hoe hoeveel is zijn was waren wordt werd heeft hebben niet er betekent betekenis definitie",
  sv: "och eller men i på av för med till från om att som den det de en ett vad vem vilken vilket vilka när var varför hur många mycket är och har hade inte sig",
  da: "og eller men i på af for med til fra om at som den det de en et hvad hva hvem hvilken hvilket hvornår når hvor hvorfor hvordan mange er var har havde ikke",
  fi: "ja tai mutta on oli ovat mikä mitkä mitä kuka ketkä milloin missä miksi miten kuinka monta paljon että se ne joka jotka ei",
  pl: "i oraz lub ale w we na z ze do od po przez dla o jest są był była było były co kto kiedy gdzie dlaczego jak ile jaki jaka jakie który która które się nie to",
  cs: "a i nebo ale v ve na z ze do od po pro s o je jsou byl byla bylo byli co kdo kdy kde proč jak kolik jaký jaká jaké který která které se ne to",
  ro: "și sau dar în pe la de din cu pentru prin care ce cine când unde cum cât câți câte este sunt era erau fost a au avut se nu un o unei unui al ai ale",
  hu: "a az egy és vagy de van volt voltak mi ki mikor hol miért hogyan hány mennyi melyik milyen hogy nem",
  tr: "ve veya ile bir bu şu o ne kim kimin hangi hangisi nerede nereye ne zaman nasıl neden niçin kaç kadar mi mı mu mü için olarak olan oldu var değil de da",
  ru: "и или но в во на с со к ко о об от до по из за для при не что кто кого кому чем когда где куда почему зачем как какой какая какое какие каким каких какую который которая которое которые сколько это этот эта эти был была было были есть ли его её их он она они означает значит определение",
  uk: "і або але в у на з із до від по для при не що хто коли де чому як який яка яке які скільки це був була було були є",
  el: "και ή αλλά σε στο στη στην στον στα στις στους με για από του της των το τα τον την τι τις ο η οι ένα ένας μια που ποιος ποια ποιο ποιοι ποιες πότε πού γιατί πώς πόσο πόσα πόσοι πόσες πόση είναι ήταν έχει έχουν να δεν ως",
  ar: "و أو في من إلى على عن مع ما ماذا من هو هي هم متى أين كيف لماذا كم أي هل كان كانت هذا هذه ذلك التي الذي أن إن لا",
  he: "של את על עם אל מן או לא מה מי מתי איפה היכן למה מדוע איך כמה איזה איזו הוא היא הם היה היתה היו זה זאת",
  hi: "का के की को में से पर ने और या है हैं था थी थे हो क्या कौन किस किसने किसे कब कहाँ कहां क्यों कैसे कितने कितना कितनी कौनसा यह वह इस उस एक लिए नहीं जो",
  vi: "và hoặc của ở trong trên với cho từ là các những một cái gì nào ai khi nào đâu ở tại sao như thế bao nhiêu được bị đã có không này đó",
  id: "dan atau di ke dari pada untuk dengan yang ini itu apa siapa kapan mana mengapa bagaimana berapa adalah tidak",
  zh: "的 了 是 在 有 和 与 或 不 吗 呢 吧 么 什么 是什么 谁 哪 哪些 哪里 哪儿 哪个 哪一 何 何时 何地 时候 怎么 怎样 如何 为什么 为何 为 多少 几 几个 个 些 之 于 其 这 那 被 把 对 从 由 到 上 中 他 她 它 他们 我 我们 你 您 请问 请 意思 含义 定义",
  ja: "は が を に で と の も へ や か な だ です ます まし でし た し て さ れ ない ある あり いる い する なる いつ 何 なに なん 誰 だれ どこ どの どれ どちら どう どのよう なぜ いくつ いくら これ それ あれ この その から まで より こと もの 意味 定義",
  th: "ที่ ของ และ ใน เป็น คือ อะไร ใคร เมื่อ เมื่อไร เมื่อใด ไหน ไร เท่าไร เท่าใด กี่ อย่างไร ทำไม ได้ มี ให้ จาก กับ ว่า การ ความ ไป มา ใด ซึ่ง โดย นี้ นั้น ไม่ หรือ จะ ถูก อยู่ แห่ง",
  ko: "무엇 무엇인가 무엇인가요 무엇입니까 누구 누구인가 누구입니까 언제 언제인가 어디 어디에 어디입니까 왜 어떻게 얼마 얼마나 몇 몇개 어떤 어느 은 는 이 가 을 를 의 에 에서 와 과 로 으로 도 및 또는 이다 입니까 있는 있습니까 하는 했습니까 것 수",
};
