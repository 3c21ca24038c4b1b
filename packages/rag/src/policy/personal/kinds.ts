export const PERSONAL_KINDS = ["email", "phone", "iban", "card", "national_id"] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** Where it stands in a text: UTF-16 offsets. */
export interface PersonalSpan {
  kind: PersonalKind;
  start: number;
  end: number;
}
