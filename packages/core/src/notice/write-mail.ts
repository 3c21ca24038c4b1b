import type { Mail } from "../kernel/mail.ts";
import type { NoticeKind } from "./contract.ts";
import type { News } from "./gather-news.ts";

interface Words {
  subject: (count: number) => string;
  opening: string;
  /** What a reader is told it is that they can stop. */
  stop: string;
}

const plural = (one: string, many: string) => (count: number) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

export const NOTICE_WORDS: Record<NoticeKind, Words> = {
  questions: {
    subject: plural("question found no answer", "questions found no answer"),
    opening:
      "Your twin had no answer to what it was asked. Answer once, and it never happens again.",
    stop: "mails about unanswered questions",
  },
  sources: {
    subject: plural("source needs you", "sources need you"),
    opening: "What these sources say does not reach your visitors, or may no longer be true.",
    stop: "mails about failed and old sources",
  },
  quality: {
    subject: () => "Answers got worse",
    opening:
      "The tests ran again after the content had changed, and not all of them pass any more.",
    stop: "mails about quality tests",
  },
  budget: {
    subject: () => "A budget is nearly spent",
    opening:
      "When it is spent, visitors get verified answers only until the month ends, unless you let them have quotations.",
    stop: "mails about budgets",
  },
  digest: {
    subject: plural("twin, one week", "twins, one week"),
    opening: "What happened, what needs you, and what got better.",
    stop: "the weekly summary",
  },
};

/** Plain words that read well in any mail program. */
export function writeMail(
  { kind, tenantName, count, sections }: News,
  { appUrl, stopUrl }: { appUrl: string; stopUrl: string },
): Pick<Mail, "subject" | "text"> {
  const { subject, opening, stop } = NOTICE_WORDS[kind];
  const told = sections.map(({ head, lines, url }) =>
    [head, ...lines.map((line) => `  ${line}`), `  ${url}`].join("\n"),
  );
  const foot = `--\nYou get this as a member of ${tenantName}. What you hear of: ${appUrl}/account#notices\nNo more of ${stop}: ${stopUrl}`;
  return {
    subject: `${tenantName}: ${subject(count)}`,
    text: [opening, ...told, foot].join("\n\n"),
  };
}
