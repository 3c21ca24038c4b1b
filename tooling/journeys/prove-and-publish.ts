import type { Page } from "playwright-core";
import type { Session } from "../product/session.ts";

const OUTSIDE = "Who won the regatta at Cowes in 1998?";
const PROMISED = "book a call";

interface Proving {
  page: Page;
  session: Session;
  url: string;
  /** One that was taught, and has no tests and no release. */
  twinId: string;
  /** Called where there is something to see. */
  look: (sight: string) => Promise<void>;
}

/** Tests are drafted and written, and a release is blocked by a regression, mended, published and rolled back. */
export async function proveAndPublish(proving: Proving): Promise<void> {
  const say = (noAnswerMessage: string) =>
    proving.session.mutate("twin.update", { twinId: proving.twinId, noAnswerMessage });
  await say(`I don't know that. You can ${PROMISED}.`);
  await writeTests(proving);
  await publishFirst(proving);
  await say("No idea.");
  await meetRegression(proving);
  await say(`That is not in my book, but you can ${PROMISED} with me.`);
  await publishMended(proving);
}

async function writeTests({ page, url, twinId, look }: Proving): Promise<void> {
  await page.goto(`${url}/twins/${twinId}/tests`);
  const draft = page.getByRole("link", { name: "Draft some from the content" });
  await draft.waitFor();
  await look("no tests");
  await draft.click();
  await page.getByRole("checkbox").first().uncheck();
  await look("drafted tests");
  await page.getByRole("button", { name: /^Keep \d+ tests/ }).click();
  await page.getByText("Not run").first().waitFor();
  await page.getByRole("button", { name: "New test" }).click();
  await page.getByRole("textbox", { name: "Question" }).fill(OUTSIDE);
  await addExpectation(page, "Is not answered");
  await addExpectation(page, "Contains");
  await page.getByRole("textbox", { name: "Contains" }).fill(PROMISED);
  await page.getByRole("button", { name: "Save test" }).click();
  await page.getByRole("complementary", { name: "Quality test" }).waitFor();
  await look("a test");
}

async function addExpectation(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Add an expectation" }).click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}

async function publishFirst({ page, url, twinId, look }: Proving): Promise<void> {
  await page.goto(`${url}/twins/${twinId}/releases`);
  await page.getByText("was never published").waitFor();
  await look("never published");
  await publish(page, "We begin.");
  await page.getByText("Release 1 is live.", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Live, release 1" }).waitFor();
}

async function publish(page: Page, note: string): Promise<void> {
  await page.getByRole("button", { name: "Publish…" }).click();
  await page.getByRole("textbox", { name: "Note" }).fill(note);
  await page.getByRole("button", { name: /^Run \d+ tests and publish/ }).click();
}

async function meetRegression({ page, look }: Proving): Promise<void> {
  await page.reload();
  await page.getByRole("link", { name: "Draft, 1 change" }).waitFor();
  await look("draft against live");
  await publish(page, "Shorter.");
  await page.getByText("1 answer would get worse for visitors.").waitFor();
  await look("blocked");
  await page.getByRole("link", { name: OUTSIDE }).click();
  const result = page.getByRole("complementary", { name: "Result" });
  await result.getByText("What visitors get now").waitFor();
  await result.getByText("No idea.").waitFor();
  await look("answers side by side");
}

async function publishMended({ page, url, twinId, look }: Proving): Promise<void> {
  await page.goto(`${url}/twins/${twinId}/releases`);
  await publish(page, "Friendlier.");
  await page.getByText("Release 2 is live.", { exact: true }).waitFor();
  await look("published");
  await page.getByRole("button", { name: "Make live: release 1" }).click();
  await page.getByText("Visitors get release 1 again.", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Draft, 1 change" }).waitFor();
  await look("rolled back");
}
