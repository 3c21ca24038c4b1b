import { makePdf } from "./make-pdf.ts";

const fact =
  "The lighthouse at Kereva was painted in green and white stripes in the spring of 1931";
const filler =
  "Its keepers wrote a short report about wind and fog every evening and sent it to the harbour.";

/** A small PDF, a question it answers, and how to see that an answer holds the fact. */
export const lighthouseReport = {
  fileName: "kereva.pdf",
  bytes: makePdf([`${filler} ${fact}. ${filler}`, filler]),
  question: "When was the lighthouse at Kereva painted in stripes?",
  /** A PDF breaks its lines where it likes. */
  isAnsweredBy: (text: string) => text.replace(/\s+/g, " ").includes(fact.slice(-52)),
};
