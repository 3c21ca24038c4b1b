import type { Outputs } from "#lib/trpc.ts";

type Figures = Outputs["analytics"]["overview"]["current"]["figures"];
type Earlier = NonNullable<Outputs["analytics"]["twins"]["twins"][number]["previous"]>;

const counted = (count: number) => ({ count, conversations: count });
export const figuresOf = (answered: number, unsupported: number): Figures => ({
  conversations: answered + unsupported,
  questions: answered + unsupported,
  answers: counted(answered + unsupported),
  answered: counted(answered),
  visitors: counted(2),
  returningVisitors: counted(1),
  outcomes: {
    ...{ answered: counted(answered), unsupported: counted(unsupported), verified: counted(0) },
    ...{ refused: counted(0), failed: counted(0), stopped: counted(0) },
  },
  shares: {
    answered: answered / (answered + unsupported || 1),
    unsupported: unsupported / (answered + unsupported || 1),
    ...{ verified: 0, refused: 0 },
  },
  partlySupported: counted(0),
  corrected: counted(0),
  feedback: { up: counted(0), down: counted(1) },
  tokens: { input: 0, output: 0 },
});

/** The same of the time before. */
export function earlierOf(answered: number, unsupported: number): Earlier {
  const { questions, answers, shares } = figuresOf(answered, unsupported);
  return {
    ...{ questions, answers: answers.count, shares },
    ...{ partlySupported: 0, corrected: 0, feedback: { up: 0, down: 0 } },
  };
}
