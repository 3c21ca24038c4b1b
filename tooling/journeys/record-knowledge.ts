// node tooling/journeys/record-knowledge.ts DIR: how an owner sees why a passage is found, corrects it for good,
// vouches for an answer, settles a contradiction, sees how much meaning counts and changes the embedding model; light and dark.
import { openEmbeddingProvider } from "@understudy/core/testing/embedding-provider";
import type { Page } from "playwright-core";
import type { Session } from "../product/session.ts";
import { startProduct } from "../product/start-product.ts";
import type { Source } from "../product/teach.ts";
import { openRecording } from "./open-recording.ts";
import { signUpOnScreen } from "./people.ts";
import { sessionOf, teachTwin } from "./teach-handbook.ts";

const QUESTION = "May I bring my dog to the museum?";
const MUSEUM =
  "The museum opens at 9:00 every day. Dogs on a lead may come into the garden, but not into the halls. A ticket costs 12 euros for adults. Children under six are free.";
const LEAFLET =
  "Welcome to the museum. The museum opens at 10:00 every day. The café serves soup until 15:00. Cloakrooms are in the cellar.";
const FILLER_NOTES = 60;
const TESTS = 24;
const SLOW_MS = 120_000;

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Say where the pictures go: record-knowledge.ts DIR");
await using recording = await openRecording(folder);
await using provider = await openEmbeddingProvider({
  first: { dimensions: 64 },
  second: { dimensions: 96 },
});
const product = await startProduct({
  OPENAI_BASE_URL: provider.double.baseUrl,
  OPENAI_API_KEY: "recorded",
  OPENAI_EMBEDDING_MODEL: "first",
});
try {
  const context = await recording.browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await signUpOnScreen(page, product.url);
  const owner = await sessionOf(context, product.url);
  const twinId = await teachTwin(owner, { name: "Museum desk" }, [
    { title: "House rules", text: MUSEUM },
    { title: "Leaflet", text: LEAFLET },
  ]);
  const at = `${product.url}/twins/${twinId}`;
  await vouch(page, owner, { twinId, at });
  await show(
    page,
    "explorer",
    `${at}/explorer?q=${encodeURIComponent("What does a ticket cost?")}`,
  );
  await correct(page, owner, { twinId, at });
  await settle(page, owner, { twinId, at });
  await weighMeaning(page, owner, { twinId, at });
  await changeModel(page, owner, { twinId, at });
} finally {
  await product.stop();
}

interface Twin {
  twinId: string;
  /** Its address in the studio. */
  at: string;
}

async function show(page: Page, sight: string, address?: string) {
  if (address) await page.goto(address);
  await page.waitForLoadState("networkidle");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await recording.take(page, `${sight}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/** What is asked the other way round is a near miss. */
async function vouch(page: Page, owner: Session, { twinId, at }: Twin) {
  const answer = "Yes, on a lead, and only in the garden.";
  await owner.mutate("verifiedAnswer.create", { twinId, question: QUESTION, answer });
  await page.goto(`${at}/chat`);
  for (const question of [QUESTION, QUESTION.replace("May I", "May I not")]) {
    await page.getByRole("textbox", { name: /^Ask / }).fill(question);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Good answer" }).last().waitFor();
    await page.waitForLoadState("networkidle");
  }
  await show(page, "verified-chat");
  await show(page, "near-misses", `${at}/verified?view=misses`);
}

/** The note is changed after its passage was corrected, and the correction stays. */
async function correct(page: Page, owner: Session, { twinId, at }: Twin) {
  const { items } = await owner.query<{ items: (Source & { title: string })[] }>("source.list", {
    twinId,
  });
  const rules = items.find(({ title }) => title === "House rules")!;
  const { items: chunks } = await owner.query<{ items: { id: string }[] }>("source.chunks", {
    sourceId: rules.id,
  });
  const text = MUSEUM.replace("12 euros", "14 euros");
  await owner.mutate("source.overlay.create", { chunkId: chunks[0]!.id, kind: "edit", text });
  const edited = { sourceId: rules.id, text: `${MUSEUM} Bags are left at the door.` };
  await owner.mutate("source.editNote", edited);
  const waits = { twinId, status: ["changed"] };
  while ((await owner.query<{ items: unknown[] }>("source.overlay.list", waits)).items.length === 0)
    await page.waitForTimeout(50);
  await page.goto(`${at}/sources/${rules.id}`);
  await page.getByRole("radio", { name: "Corrections" }).click();
  await show(page, "correction-survives");
}

async function settle(page: Page, owner: Session, { twinId, at }: Twin) {
  await owner.mutate("knowledge.checkHealth", { twinId });
  await page.goto(`${at}/health`);
  await page
    .getByRole("button", { name: /^This is right/ })
    .first()
    .waitFor();
  await show(page, "health-contradiction");
  await page
    .getByRole("button", { name: /^This is right/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Save correction" }).waitFor();
  await show(page, "health-choose");
  await page.getByRole("button", { name: "Save correction" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await show(page, "health-settled", `${at}/health?settled=true`);
}

/** Tests that name a room tell how much meaning should count. */
async function weighMeaning(page: Page, owner: Session, { twinId, at }: Twin) {
  const rooms: Source[] = [];
  for (let n = 0; n < FILLER_NOTES; n++) {
    const text = `Room ${n} shows object ${n * 7}, made in ${1500 + n} and found in field ${n}.`;
    rooms.push(await owner.mutate("source.addText", { twinId, title: `Room ${n}`, text }));
  }
  await show(page, "meaning-as-usual", `${at}/index`);
  for (const [n, { id: sourceId }] of rooms.slice(0, TESTS).entries()) {
    const question = `Where is the object made in ${1500 + n}?`;
    const expectations = [{ kind: "cites_source", sourceId }];
    await owner.mutate("quality.createTest", { twinId, question, expectations });
  }
  await page.getByText(`from ${TESTS} quality tests`).waitFor({ timeout: SLOW_MS });
  await show(page, "meaning-weighed");
}

async function changeModel(page: Page, owner: Session, { twinId, at }: Twin) {
  await owner.mutate("knowledge.startReindex", { twinId, model: "second" });
  await page.goto(`${at}/index`);
  await page.getByRole("progressbar").first().waitFor();
  await recording.take(page, "model-switch-in-progress");
  const ready = page.getByRole("button", { name: "Switch to it", disabled: false });
  await ready.waitFor({ timeout: SLOW_MS });
  await show(page, "model-switch-compared");
}
