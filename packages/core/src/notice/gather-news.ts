import { listTwinWeeks } from "@understudy/db/queries/digest";
import {
  listQuestionsOf,
  listTitlesOf,
  type Noted,
  takeNotices,
} from "@understudy/db/queries/notices";
import { getTenant } from "@understudy/db/queries/tenants";
import { findTwin } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import { announce } from "../webhook/announce.ts";
import type { NoticeKind } from "./contract.ts";
import { digestSections, hasNews } from "./digest-sections.ts";

/** Some lines under one head, with where to look. */
export interface Section {
  head: string;
  lines: string[];
  url: string;
}

export interface News {
  kind: NoticeKind;
  tenantName: string;
  /** How many things it tells of. */
  count: number;
  sections: Section[];
}

interface Gathering {
  kind: NoticeKind;
  batchId: string;
  appUrl: string;
}

const SHOWN = 10;

/** What a mail of this kind has to tell now, a section a twin; null when it is nothing. */
export async function gatherNews(tx: TenantTx, gathering: Gathering): Promise<News | null> {
  const { kind } = gathering;
  const { name: tenantName } = await getTenant(tx);
  if (kind === "digest") {
    const weeks = (await listTwinWeeks(tx)).filter(hasNews);
    for (const { twinId, name: _, ...figures } of weeks) {
      await announce(tx, { type: "digest.weekly", twinId, data: figures });
    }
    const sections = digestSections(weeks, gathering.appUrl);
    return sections.length > 0 ? { kind, tenantName, count: weeks.length, sections } : null;
  }
  const taken = await takeNotices(tx, gathering);
  const sections: Section[] = [];
  let count = 0;
  for (const [twinId, notices] of Map.groupBy(taken, (notice) => notice.twinId)) {
    const twin = twinId ? await findTwin(tx, twinId) : null;
    if (twinId && !twin) continue;
    const lines = await LINES[kind](tx, notices);
    if (lines.length === 0) continue;
    count += lines.length;
    const left = lines.length - SHOWN;
    sections.push({
      head: twin?.name ?? tenantName,
      lines: left > 0 ? [...lines.slice(0, SHOWN), `and ${left} more`] : lines,
      url: gathering.appUrl + (twinId ? `/twins/${twinId}/${PLACES[kind]}` : "/settings/providers"),
    });
  }
  return sections.length > 0 ? { kind, tenantName, count, sections } : null;
}

type Told = Exclude<NoticeKind, "digest">;

const PLACES: Record<Told, string> = {
  questions: "questions",
  sources: "sources",
  quality: "runs",
  budget: "",
};

const LINES: Record<Told, (tx: TenantTx, notices: readonly Noted[]) => Promise<string[]>> = {
  async questions(tx, notices) {
    const asked = await listQuestionsOf(
      tx,
      notices.map(({ subjectId }) => subjectId),
    );
    return [...new Set(asked.map(({ question }) => `“${onOneLine(question)}”`))];
  },
  async sources(tx, notices) {
    const titles = await listTitlesOf(
      tx,
      notices.map(({ subjectId }) => subjectId),
    );
    const titleOf = new Map(titles.map(({ id, title }) => [id, onOneLine(title)]));
    return notices.flatMap(({ event, subjectId }) => {
      const title = titleOf.get(subjectId);
      if (title === undefined) return [];
      const isStale = event === "source.stale";
      return [`${title}: ${isStale ? "what it says has grown old" : "could not be processed"}`];
    });
  },
  async quality(_, notices) {
    return notices.map(({ details }) => {
      const regressed = Number(details.regressed);
      return `${regressed} ${regressed === 1 ? "test" : "tests"} that passed before ${regressed === 1 ? "fails" : "fail"} since the content changed`;
    });
  },
  async budget(_, notices) {
    const shares = notices.map(({ details }) => Math.round(Number(details.spentShare) * 100));
    return [`${Math.max(...shares)} % of this month's budget is spent`];
  },
};

const MOST_CHARACTERS = 200;

/** What people wrote stands in a mail as one line of words. */
function onOneLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
}
