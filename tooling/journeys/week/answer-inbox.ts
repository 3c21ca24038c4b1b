import type { Page } from "playwright-core";
import type { Session } from "../../product/session.ts";
import type { Recording } from "../open-recording.ts";
import type { Faq } from "./read-faq.ts";

interface Question {
  id: string;
  question: string;
  people: number;
}

interface Answering {
  page: Page;
  owner: Session;
  twinId: string;
  url: string;
  faq: Faq;
  take: Recording["take"];
}

/** The first on its screen, as an owner does; the others of ten minutes a week by the same procedure. */
export async function answerInbox(answering: Answering): Promise<void> {
  const { owner, twinId, faq } = answering;
  const { items } = await owner.query<{ items: Question[] }>("question.list", {
    ...{ twinId, limit: 50 },
  });
  const known = items.flatMap(({ id, question }) => {
    const answer = faq.answerTo(question);
    return answer === undefined ? [] : [{ id, question, answer }];
  });
  const [first, ...others] = known;
  if (!first) throw new Error("Nothing in the inbox is a question of the set.");
  await answerOnScreen(answering, first);
  for (const { id: clusterId, answer } of others) {
    await owner.mutate("question.answer", { clusterId, answer });
  }
  console.log(`${items.length} groups in the inbox, ${known.length} of them answered`);
}

async function answerOnScreen(
  { page, twinId, url, take }: Answering,
  { id, answer }: { id: string; answer: string },
): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(`${url}/twins/${twinId}/questions?open=${id}`);
  const field = page.getByLabel("Your answer");
  await field.fill(answer);
  await take(page, "cluster-answering");
  await page.getByRole("button", { name: "Answer once for all" }).click();
  await field.waitFor({ state: "hidden" });
  await page.goto(`${url}/twins/${twinId}/questions?status=answered&open=${id}`);
  await page.getByText("Given from now on, guarded by a test").waitFor();
  await take(page, "cluster-answered");
}
