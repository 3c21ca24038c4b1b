/** Each counts alike in the means. */
export const DEV_SETS = [
  "squad2",
  "scifact",
  "cranfield",
  "pubmedqa",
  "faq_covid",
  "faq_banking77",
  "faq_hint3_curekart",
];
