import type { Page } from "playwright-core";
import { questions } from "./conversation-script.ts";
import type { ScriptedModel } from "./start-scripted-model.ts";

interface Holding {
  page: Page;
  model: ScriptedModel;
  /** At each sight of the conversation: what it shows is worth a look. */
  look: (sight: string) => Promise<void>;
}

const CHIP = /^Citation 1/;

/** Everything one does in a conversation, from its first question to its removal and back. */
export async function holdConversation({ page, model, look }: Holding): Promise<void> {
  await ask(page, questions.first);
  const begun = said(page, "Otherwise let them begin.");
  await begun.waitFor();
  await look("streaming");
  await page.reload();
  await begun.waitFor();
  await page.getByRole("button", { name: "Stop" }).waitFor();
  model.goOn();
  await page.getByText("1 statement not supported by the sources").waitFor();
  await page
    .getByRole("row", { name: /Stop talking/ })
    .getByRole("link")
    .first()
    .waitFor();

  await page.getByRole("link", { name: CHIP }).first().hover();
  await page.getByText("Click to read it in the source").waitFor();
  await look("quote");
  await page.getByRole("link", { name: CHIP }).first().click();
  await page.getByRole("complementary").locator("mark").first().waitFor();
  await look("source");
  await page.getByRole("button", { name: "Close" }).first().click();

  await ask(page, questions.followUp);
  await said(page, "If they counter, repeat the reason").waitFor();
  await ask(page, questions.long);
  await said(page, "Take a break of at least ten minutes.").waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByText("Stopped", { exact: true }).waitFor();

  await page.getByRole("button", { name: "Bad answer" }).first().click();
  await page.getByLabel("What is wrong with this answer?").fill("The table says it twice");
  await look("feedback");
  await page.getByRole("button", { name: "Send", exact: true }).first().click();
  await page.getByText("“The table says it twice”").waitFor();
}

/** Renames the conversation that lies open, removes it, takes that back, and begins a new one. */
export async function tidyConversation({ page, look }: Omit<Holding, "model">): Promise<void> {
  await page.getByRole("button", { name: /^Actions for When should/ }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  const title = page.getByLabel("Title of the conversation");
  await title.fill("Opening numbers");
  await title.press("Enter");
  await page.getByRole("button", { name: "Actions for Opening numbers" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Undo" }).waitFor();
  await look("removed");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: /^Opening numbers/ }).click();
  await page.getByText("“The table says it twice”").waitFor();
  await page.getByRole("link", { name: "New conversation" }).click();
  await page.getByText("Answers come from the sources only").waitFor();
}

/** Words where they are read, not where they are said aloud once more. */
export function said(page: Page, words: string) {
  return page.getByRole("region", { name: "Conversation" }).getByRole("listitem").getByText(words);
}

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole("textbox", { name: /^Ask / }).fill(question);
  await page.keyboard.press("Enter");
}
