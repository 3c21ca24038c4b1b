import { OUTCOMES } from "@understudy/db/column-values";
import type { FiguresRow, Happened } from "@understudy/db/queries/figures";
import type { Counted, Earlier, Figures } from "./contract.ts";

const counted = ([count, conversations]: Happened): Counted => ({ count, conversations });
const NEVER: Happened = [0, 0];

/** As it is told; without a row nothing happened. */
export function readFigures(row: FiguresRow | undefined): Figures {
  const countOf = (name: (typeof OUTCOMES)[number]) => row?.outcomes[name][0] ?? 0;
  const answers = counted(row?.answers ?? NEVER);
  const share = (count: number) => (answers.count === 0 ? null : count / answers.count);
  const answered = counted(row?.given ?? NEVER);
  return {
    conversations: row?.conversations ?? 0,
    questions: row?.questions ?? 0,
    answers,
    answered,
    visitors: counted(row?.visitors ?? NEVER),
    returningVisitors: counted(row?.returningVisitors ?? NEVER),
    outcomes: Object.fromEntries(
      OUTCOMES.map((name) => [name, counted(row?.outcomes[name] ?? NEVER)]),
    ) as Figures["outcomes"],
    shares: {
      answered: share(answered.count),
      verified: share(countOf("verified")),
      unsupported: share(countOf("unsupported")),
      refused: share(countOf("refused")),
    },
    partlySupported: counted(row?.partly ?? NEVER),
    corrected: counted(row?.corrected ?? NEVER),
    feedback: { up: counted(row?.up ?? NEVER), down: counted(row?.down ?? NEVER) },
    tokens: { input: row?.inputTokens ?? 0, output: row?.outputTokens ?? 0 },
  };
}

/** Those of now with those of before; null: there is to be no before. */
export function readCompared(
  rows: readonly FiguresRow[],
  isCompared: boolean,
): { current: Figures; previous: Earlier | null } {
  return {
    current: readFigures(rows.find(({ isBefore }) => !isBefore)),
    previous: isCompared ? readEarlier(rows.find(({ isBefore }) => isBefore)) : null,
  };
}

function readEarlier(row: FiguresRow | undefined): Earlier {
  const { questions, answers, shares, partlySupported, corrected, feedback } = readFigures(row);
  return {
    ...{ questions, shares },
    answers: answers.count,
    partlySupported: partlySupported.count,
    corrected: corrected.count,
    feedback: { up: feedback.up.count, down: feedback.down.count },
  };
}
