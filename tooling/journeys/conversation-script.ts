import { type Script, WAIT } from "./start-scripted-model.ts";

export const questions = {
  first: "When should I name my number first?",
  followUp: "And what do I do after that?",
  long: "What do I do when it stalls?",
} as const;

/** What the model says of the negotiator's handbook: true, tabled, unfounded, and without end. */
export const conversationScript: Record<string, Script> = {
  [questions.first]: [
    "Name it first **when you know the market better** than they do. ⟦Name your number first when you know the market better than the other side does⟧ Otherwise let them begin. ⟦otherwise ask them to begin⟧\n\n| Step |",
    WAIT,
    " What to do | Why |\n|---|---|---|\n",
    "| Open | Name the highest number that you can explain in two sentences | An opening number should be explained | ⟦An opening number should be the highest one that you can explain in two sentences⟧\n",
    "| Then | Stop talking | Silence usually ends with useful information | ⟦After you have named it, stop talking⟧ ⟦Silence of up to ten seconds is normal and usually ends with useful information⟧\n\n",
    "Most people learn this from a painful loss.",
  ],
  [questions.followUp]: [
    "After you have named it, stop talking. ⟦After you have named it, stop talking⟧ If they counter, repeat the reason and not the number. ⟦If they counter, repeat the reason and not the number⟧",
  ],
  [questions.long]: [
    "Take a break of at least ten minutes. ⟦Take a break of at least ten minutes as soon as either side repeats itself three times⟧ ",
    "Go back from positions to interests. ⟦Go back from positions to interests⟧ ",
    WAIT,
  ],
};
