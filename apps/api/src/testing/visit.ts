import { resultOf, sessionWith, type TestSession } from "./test-session.ts";

export interface Visit {
  token: string;
  resumeToken: string;
  conversationId: string;
  isContinued: boolean;
  lead: { consentText: string };
}

/** Someone on a page of another site, or of ours. */
export function pageAt(url: string, origin: string | null): TestSession {
  return sessionWith(url, origin === null ? {} : { origin });
}

/** Comes in where the page stands, and talks from there. */
export async function comeIn(
  url: string,
  via: object,
  { origin, ...more }: { origin: string | null; resumeToken?: string; fresh?: boolean },
): Promise<{ visit: Visit; visitor: TestSession }> {
  const page = pageAt(url, origin);
  const visit = await resultOf<Visit>(page.mutate("visitor.start", { via, ...more }));
  const headers = { ...page.headers, authorization: `Bearer ${visit.token}` };
  return { visit, visitor: sessionWith(url, headers) };
}

/** What a refusal says, whichever door it is from. */
export async function refusalOf(asked: Promise<Response>) {
  const reply = await asked;
  const { data, reason } = JSON.parse(await reply.text()).error ?? {};
  return { status: reply.status, reason: data?.reason ?? reason };
}
