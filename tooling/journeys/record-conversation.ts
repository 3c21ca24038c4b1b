// node tooling/journeys/record-conversation.ts DIR [--video]: a conversation as it looks, on desktop and
// phone, light and dark. A video needs Playwright's ffmpeg: `npx playwright-core install ffmpeg`.
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright-core";
import { startProduct } from "../product/start-product.ts";
import { conversationScript } from "./conversation-script.ts";
import { holdConversation, tidyConversation } from "./hold-conversation.ts";
import { openRecording } from "./open-recording.ts";
import { signInOnScreen, signUpOnScreen } from "./people.ts";
import { startScriptedModel } from "./start-scripted-model.ts";
import { sessionOf, teachHandbook } from "./teach-handbook.ts";

const SIZES = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 780 },
} as const;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { video: { type: "boolean", default: false } },
});
const [folder] = positionals;
if (!folder) throw new Error("Say where the pictures go: record-conversation.ts DIR");
let hasAccount = false;
await using recording = await openRecording(folder);
const { browser } = recording;
await using model = await startScriptedModel(conversationScript);
const product = await startProduct({
  OPENAI_BASE_URL: model.baseUrl,
  OPENAI_CHAT_MODEL: "scripted",
});
try {
  for (const [place, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of ["light", "dark"] as const) {
      await record(browser, { name: `${place}-${colorScheme}`, viewport, colorScheme });
    }
  }
} finally {
  await product.stop();
}

async function record(
  on: Browser,
  { name, ...look }: { name: string; viewport: Size; colorScheme: "light" | "dark" },
) {
  const recordVideo = { dir: join(folder as string, name), size: look.viewport };
  const context = await on.newContext({ ...look, ...(values.video && { recordVideo }) });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await enter(page);
  const twinId = await teachHandbook(await sessionOf(context, product.url));
  await page.goto(`${product.url}/twins/${twinId}/chat`);
  const take = (sight: string) => recording.take(page, `${name}-${sight}`);
  await take("greeting");
  await holdConversation({ page, model, look: take });
  await take("answered");
  if (name.startsWith("desktop")) await tidyConversation({ page, look: take });
  await context.close();
}

interface Size {
  width: number;
  height: number;
}

async function enter(page: Page) {
  if (hasAccount) return signInOnScreen(page, product.url);
  hasAccount = true;
  return signUpOnScreen(page, product.url);
}
