import type { Outputs } from "#lib/trpc.ts";

export type ExploreSettings = Outputs["knowledge"]["explore"]["settings"];

export interface SettingField {
  name: keyof ExploreSettings;
  label: string;
  hint: string;
  min: number;
  max: number;
  step: number;
}

/** What can be tried out for one question, within the bounds that the server keeps. */
export const SETTING_FIELDS: readonly SettingField[] = [
  { name: "limit", label: "Passages", hint: "How many are kept", min: 1, max: 50, step: 1 },
  {
    name: "poolSize",
    label: "Candidates",
    hint: "How many are read and reranked",
    min: 1,
    max: 200,
    step: 1,
  },
  {
    name: "characterWeight",
    label: "Spelling weight",
    hint: "Words spelt alike, against 1 for the words themselves",
    min: 0,
    max: 5,
    step: 0.1,
  },
  {
    name: "denseWeight",
    label: "Vector weight",
    hint: "Meaning, against 1 for the words; needs a model that embeds",
    min: 0,
    max: 5,
    step: 0.1,
  },
  {
    name: "largestSourceShare",
    label: "Share of one source",
    hint: "What one source may fill while others have something to say",
    min: 0.05,
    max: 1,
    step: 0.05,
  },
  {
    name: "nearDuplicateResemblance",
    label: "Duplicate from",
    hint: "The likeness from which two passages count as one",
    min: 0.1,
    max: 1,
    step: 0.05,
  },
];
