// node tooling/journeys/record-week.ts DIR --set FOLDER [--most 120]: a week with a twin. Visitors ask what a set
// of real questions asks (docs.jsonl.gz and queries.jsonl.gz in FOLDER; the twin was taught a third of them), the
// owner meets the inbox, and the same questions are asked again. Pictures go to DIR, figures to the terminal.
// What happened within minutes is moved back over two weeks in between, while the product is stopped.
import { parseArgs } from "node:util";
import { spreadOverDays } from "@understudy/db/testing/spread-over-days";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openStore } from "../product/open-store.ts";
import type { Session } from "../product/session.ts";
import { freePort, startProcess } from "../product/start-process.ts";
import { openRecording, type Recording } from "./open-recording.ts";
import { signUpOnScreen } from "./people.ts";
import { sessionOf, teachTwin } from "./teach-handbook.ts";
import { answerInbox } from "./week/answer-inbox.ts";
import { askAsVisitors } from "./week/ask-as-visitors.ts";
import { type Faq, readFaq } from "./week/read-faq.ts";
import { sayFigures } from "./week/say-figures.ts";
import { takeSights } from "./week/take-sights.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { set: { type: "string" }, most: { type: "string", default: "120" } },
});
const [folder] = positionals;
if (!folder || !values.set) throw new Error("Say where to: record-week.ts DIR --set FOLDER");
await using store = await openStore("embedded");
await using recording = await openRecording(folder);
await liveThroughIt(recording, readFaq(values.set, Number(values.most)));

async function liveThroughIt({ browser: on, take }: Recording, faq: Faq) {
  const settings = { ...store.settings, PORT: String(await freePort()) };
  const context = await on.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  const { twinId, handle } = await whileRunning(settings, async (url) => {
    await signUpOnScreen(page, url);
    const made = await teach(await sessionOf(context, url), faq);
    await askAsVisitors({ url, handle: made.handle, questions: faq.asked });
    return made;
  });
  await moveBack({ twinId, from: 7, days: 7 });
  const since = await whileRunning(settings, async (url) => {
    const owner = await sessionOf(context, url);
    await show(page, { url, twinId, take, when: "before" });
    await answerInbox({ page, owner, twinId, url, faq, take });
    const answeredAt = new Date().toISOString();
    await askAsVisitors({ url, handle, questions: faq.asked });
    await sayFigures(owner, { twinId, since: answeredAt });
    return answeredAt;
  });
  await moveBack({ twinId, from: 0, days: 7, since });
  await whileRunning(settings, async (url) => {
    await show(page, { url, twinId, take, when: "after" });
    await showOnPhone(on, context, { url, twinId, take });
  });
}

async function whileRunning<Result>(
  settings: Record<string, string>,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const product = await startProcess("all", { ...settings, TRUSTED_PROXIES: "127.0.0.1/32" });
  try {
    return await work(product.url);
  } finally {
    await product.stop();
  }
}

/** Two twins, so that there is something to compare; the first is asked. */
async function teach(owner: Session, { taught }: Faq) {
  const twin = { name: "Health desk", headline: "Answers what people ask about the new virus" };
  const twinId = await teachTwin(owner, twin, taught);
  await teachTwin(owner, { name: "Front desk" }, taught.slice(0, 3));
  await owner.mutate("release.publish", { twinId, override: "A week that is recorded." });
  const { handle } = await owner.query<{ handle: string }>("twin.get", { twinId });
  return { twinId, handle };
}

async function moveBack(spread: Parameters<typeof spreadOverDays>[1]) {
  const db = await store.open();
  await spreadOverDays(db, spread).finally(() => db.close());
}

interface Showing {
  url: string;
  twinId: string;
  take: Recording["take"];
}

async function show(page: Page, { when, ...showing }: Showing & { when: string }) {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const range = when === "before" ? "30d" : "7d";
    await takeSights(page, { ...showing, range, name: `${when}-${colorScheme}` });
  }
}

async function showOnPhone(on: Browser, signedIn: BrowserContext, showing: Showing) {
  const storageState = await signedIn.storageState();
  const phone = await on.newContext({ storageState, viewport: { width: 390, height: 780 } });
  await takeSights(await phone.newPage(), { ...showing, range: "7d", name: "after-phone" });
  await phone.close();
}
