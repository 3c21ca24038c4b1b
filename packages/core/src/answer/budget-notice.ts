import type { Boundaries } from "../policy/contract.ts";

type Ending = Boundaries["whenBudgetEnds"];

/** In the first of these languages, given as BCP 47 tags, that there are words in. */
export function budgetNotice(ending: Ending, languages: readonly string[]): string {
  for (const tag of languages) {
    const words = NOTICES[tag.toLowerCase().split("-")[0] ?? ""];
    if (words) return words[ending];
  }
  return ENGLISH[ending];
}

const ENGLISH: Record<Ending, string> = {
  verified:
    "For the rest of this month I can only give answers that were verified beforehand, and there is none for this question.",
  quotations: "For the rest of this month I can only quote my material and give verified answers.",
};

const NOTICES: Record<string, Record<Ending, string>> = {
  en: ENGLISH,
  ar: {
    verified:
      "حتى نهاية هذا الشهر لا أستطيع تقديم سوى إجابات تم التحقق منها مسبقًا، ولا توجد إجابة منها لهذا السؤال.",
    quotations: "حتى نهاية هذا الشهر لا أستطيع سوى الاقتباس من موادي وتقديم إجابات تم التحقق منها.",
  },
  cs: {
    verified:
      "Do konce tohoto měsíce mohu dávat jen předem ověřené odpovědi a na tuto otázku žádná není.",
    quotations: "Do konce tohoto měsíce mohu jen citovat svůj materiál a dávat ověřené odpovědi.",
  },
  de: {
    verified:
      "Bis zum Ende dieses Monats kann ich nur vorab bestätigte Antworten geben, und zu dieser Frage gibt es keine.",
    quotations:
      "Bis zum Ende dieses Monats kann ich nur aus meinem Material zitieren und bestätigte Antworten geben.",
  },
  es: {
    verified:
      "Hasta fin de mes solo puedo dar respuestas verificadas de antemano, y para esta pregunta no hay ninguna.",
    quotations: "Hasta fin de mes solo puedo citar mi material y dar respuestas verificadas.",
  },
  fa: {
    verified:
      "تا پایان این ماه فقط می‌توانم پاسخ‌هایی بدهم که از پیش تأیید شده‌اند، و برای این پرسش چنین پاسخی وجود ندارد.",
    quotations: "تا پایان این ماه فقط می‌توانم از مطالب خود نقل کنم و پاسخ‌های تأییدشده بدهم.",
  },
  fr: {
    verified:
      "Jusqu’à la fin du mois, je ne peux donner que des réponses vérifiées à l’avance, et il n’y en a pas pour cette question.",
    quotations:
      "Jusqu’à la fin du mois, je ne peux que citer mes documents et donner des réponses vérifiées.",
  },
  he: {
    verified: "עד סוף החודש אוכל לתת רק תשובות שאומתו מראש, ולשאלה הזו אין תשובה כזו.",
    quotations: "עד סוף החודש אוכל רק לצטט מהחומר שלי ולתת תשובות מאומתות.",
  },
  hi: {
    verified:
      "इस महीने के अंत तक मैं केवल पहले से सत्यापित उत्तर दे सकता हूँ, और इस प्रश्न का ऐसा कोई उत्तर नहीं है।",
    quotations: "इस महीने के अंत तक मैं केवल अपनी सामग्री उद्धृत कर सकता हूँ और सत्यापित उत्तर दे सकता हूँ।",
  },
  it: {
    verified:
      "Fino alla fine del mese posso dare solo risposte verificate in anticipo, e per questa domanda non ce n’è nessuna.",
    quotations:
      "Fino alla fine del mese posso solo citare il mio materiale e dare risposte verificate.",
  },
  ja: {
    verified:
      "今月末まで、事前に確認された回答のみお答えできますが、この質問に対するものはありません。",
    quotations: "今月末まで、資料からの引用と確認済みの回答のみお答えできます。",
  },
  ko: {
    verified: "이번 달 말까지는 미리 확인된 답변만 드릴 수 있으며, 이 질문에 대한 답변은 없습니다.",
    quotations: "이번 달 말까지는 자료를 인용하고 확인된 답변만 드릴 수 있습니다.",
  },
  nl: {
    verified:
      "Tot het einde van deze maand kan ik alleen vooraf geverifieerde antwoorden geven, en voor deze vraag is er geen.",
    quotations:
      "Tot het einde van deze maand kan ik alleen uit mijn materiaal citeren en geverifieerde antwoorden geven.",
  },
  pl: {
    verified:
      "Do końca tego miesiąca mogę podawać tylko wcześniej zweryfikowane odpowiedzi, a na to pytanie takiej nie ma.",
    quotations:
      "Do końca tego miesiąca mogę tylko cytować swoje materiały i podawać zweryfikowane odpowiedzi.",
  },
  pt: {
    verified:
      "Até ao fim do mês só posso dar respostas verificadas de antemão, e para esta pergunta não há nenhuma.",
    quotations: "Até ao fim do mês só posso citar o meu material e dar respostas verificadas.",
  },
  ru: {
    verified:
      "До конца месяца я могу давать только заранее проверенные ответы, а на этот вопрос такого ответа нет.",
    quotations:
      "До конца месяца я могу только цитировать свои материалы и давать проверенные ответы.",
  },
  sv: {
    verified:
      "Resten av månaden kan jag bara ge svar som har bekräftats i förväg, och för den här frågan finns inget.",
    quotations: "Resten av månaden kan jag bara citera mitt material och ge bekräftade svar.",
  },
  tr: {
    verified:
      "Bu ayın sonuna kadar yalnızca önceden doğrulanmış yanıtlar verebilirim ve bu soru için böyle bir yanıt yok.",
    quotations:
      "Bu ayın sonuna kadar yalnızca kaynaklarımdan alıntı yapabilir ve doğrulanmış yanıtlar verebilirim.",
  },
  uk: {
    verified:
      "До кінця місяця я можу давати лише заздалегідь перевірені відповіді, а на це запитання такої відповіді немає.",
    quotations:
      "До кінця місяця я можу лише цитувати свої матеріали й давати перевірені відповіді.",
  },
  zh: {
    verified: "本月底之前，我只能给出事先经过核实的回答，而这个问题没有这样的回答。",
    quotations: "本月底之前，我只能引用我的资料并给出经过核实的回答。",
  },
};
