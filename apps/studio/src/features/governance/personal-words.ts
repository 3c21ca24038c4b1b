import type { PersonalData } from "@understudy/core/governance/contract";

/** What is found, and how surely. */
export const PERSONAL_WORDS: Record<PersonalData, { label: string; detail: string }> = {
  email: { label: "E-mail addresses", detail: "Also with “(at)” and “(dot)”" },
  phone: { label: "Phone numbers", detail: "International, and as written in a dozen countries" },
  iban: { label: "Bank accounts", detail: "IBAN with right check digits" },
  card: { label: "Payment cards", detail: "With a right check digit" },
  national_id: {
    label: "National id numbers",
    detail:
      "Of the US, UK, DE, FR, ES, IT, NL, PL, SE, CH, BR and IN; bare digits only behind a word that says so",
  },
};

export const PERSONAL_KINDS = Object.keys(PERSONAL_WORDS) as PersonalData[];
