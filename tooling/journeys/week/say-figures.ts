import type { Session } from "../../product/session.ts";

interface Overview {
  current: {
    figures: {
      answers: { count: number };
      shares: { answered: number; verified: number; unsupported: number };
      feedback: { up: { count: number }; down: { count: number } };
    };
  };
}

/** The same questions before the owner's ten minutes and after them. */
export async function sayFigures(
  owner: Session,
  { twinId, since }: { twinId: string; since: string },
): Promise<void> {
  const day = 86_400_000;
  const start = new Date(Date.parse(since) - 30 * day).toISOString();
  const end = new Date(Date.now() + day).toISOString();
  for (const [when, from, to] of [
    ["before", start, since],
    ["after", since, end],
  ] as const) {
    const { current } = await owner.query<Overview>("analytics.overview", {
      ...{ twinId, from, to, compare: false },
    });
    const { answers, shares, feedback } = current.figures;
    const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
    console.log(
      `${when.padEnd(6)} ${answers.count} answers · answered ${percent(shares.answered)} · verified ${percent(shares.verified)} · unanswered ${percent(shares.unsupported)} · helpful ${feedback.up.count}, not ${feedback.down.count}`,
    );
  }
}
