import { listCosts, listLatencies } from "@understudy/db/queries/answer-costs";
import { listFigures } from "@understudy/db/queries/figures";
import type { FiguresSlice } from "@understudy/db/queries/figures-tally";
import {
  listConversationFigures,
  listConversations,
} from "@understudy/db/queries/list-conversations";
import type { TenantTx } from "@understudy/db/scope";

export interface Asked {
  twinId: string;
  shareLinkId: string;
  sourceId: string;
  from: string;
  to: string;
  /** When the period before begins. */
  before: string;
}

interface Screen {
  name: string;
  run: (tx: TenantTx, asked: Asked) => Promise<unknown>;
}

const PAGE = { limit: 51 };
const TOPICS = Array.from({ length: 12 }, (_, i) => [word(i * 3 + 1), word(i * 3 + 2)]);
const DAY_MS = 86_400_000;

function word(rank: number): string {
  return `word${String(rank).padStart(3, "0")}`;
}

const slice = ({ twinId, from, to }: Asked): FiguresSlice => ({ twinId, from, to });
const compared = (asked: Asked): FiguresSlice => ({
  ...slice(asked),
  ...{ from: asked.before, splitAt: asked.from },
});

async function page(
  tx: TenantTx,
  filter: Omit<Parameters<typeof listConversations>[1], "limit">,
): Promise<void> {
  const rows = await listConversations(tx, { ...filter, ...PAGE });
  await listConversationFigures(
    tx,
    rows.map(({ id }) => id),
  );
}

function bounds({ from, to }: Asked): string[] {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
  return Array.from({ length: days }, (_, i) =>
    new Date(Date.parse(from) + i * DAY_MS).toISOString(),
  );
}

/** What one screen, or one part of one, asks for at once. */
export const SCREENS: readonly Screen[] = [
  { name: "list", run: (tx, { twinId }) => page(tx, { twinId }) },
  {
    name: "list, unanswered",
    run: (tx, { twinId, from, to }) => page(tx, { twinId, outcome: "unsupported", from, to }),
  },
  {
    name: "search, a rare word",
    run: (tx, { twinId }) => page(tx, { twinId, search: `${word(399)} ${word(398)}` }),
  },
  {
    name: "search, a usual word",
    run: (tx, { twinId }) => page(tx, { twinId, search: word(1) }),
  },
  {
    name: "overview",
    run: (tx, asked) =>
      Promise.all([
        listFigures(tx, compared(asked)),
        listLatencies(tx, compared(asked)),
        listCosts(tx, compared(asked)),
      ]),
  },
  { name: "days", run: (tx, asked) => listFigures(tx, slice(asked), { bounds: bounds(asked) }) },
  { name: "by link", run: (tx, asked) => listFigures(tx, compared(asked), "shareLink") },
  { name: "sources", run: (tx, asked) => listFigures(tx, compared(asked), "source") },
  {
    name: "12 topics counted",
    run: (tx, asked) => listFigures(tx, compared(asked), { topics: TOPICS }),
  },
];
