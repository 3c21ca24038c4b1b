import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signUp } from "../product/sign-up.ts";
import { type Product, startProduct } from "../product/start-product.ts";
import { findBarriers } from "./find-barriers.ts";
import { openChromium } from "./open-chromium.ts";
import { refuseOnce } from "./refuse-once.ts";
import { teachTwin } from "./teach-handbook.ts";

const PHONE = { width: 390, height: 700 };
const FACT = "Feed the starter every twelve hours with equal weights of flour and water.";
const QUESTION = "How often do I feed the starter?";
const NAME = "The bakery school of Eleonora Lindqvist-Andersson in the old mill of Lund";

let product: Product;
let browser: Browser;
let twinPath: string;

beforeAll(async () => {
  product = await startProduct();
  const owner = await signUp(product.url);
  const twin = { name: NAME, handle: "bakery" };
  const twinId = await teachTwin(owner, twin, [{ title: "Starter", text: FACT }]);
  await owner.mutate("release.publish", { twinId });
  const link = { twinId, name: "Course", slug: "course", password: "rye bread" };
  await owner.mutate("shareLink.create", link);
  twinPath = "/t/bakery";
  browser = await openChromium();
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function visit(path: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
  const page = await (await browser.newContext({ viewport: PHONE })).newPage();
  page.setDefaultTimeout(15_000);
  await prepare?.(page);
  await page.goto(product.url + path);
  return page;
}

async function ask(page: Page, times: number): Promise<void> {
  for (let asked = 0; asked < times; asked += 1) {
    await page.getByRole("textbox", { name: "Ask a question" }).fill(QUESTION);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Helpful", exact: true }).nth(asked).waitFor();
  }
}

test("on a phone the newest answer and where to ask stay in sight, however long the name and the talk", async () => {
  const page = await visit(twinPath);
  await ask(page, 4);
  const wide = await page.evaluate("document.documentElement.scrollWidth");
  expect(wide).toBe(PHONE.width);
  const send = page.getByRole("button", { name: "Send" });
  await send.scrollIntoViewIfNeeded();
  const [sending, answer] = [
    await send.boundingBox(),
    await page.getByRole("article").last().boundingBox(),
  ];
  expect(sending!.x + sending!.width).toBeLessThanOrEqual(PHONE.width);
  expect(answer!.y + answer!.height).toBeLessThanOrEqual(sending!.y);
  expect(answer!.y).toBeGreaterThan(0);
  expect(await findBarriers(page)).toEqual([]);
});

test("a link that was opened with its password does not go on saying that there may be nothing", async () => {
  const page = await visit("/s/course");
  const doubt = page.getByText("There is no such link");
  await doubt.waitFor();
  await page.getByLabel("Password").fill("rye bread");
  await page.getByRole("button", { name: "Enter" }).click();
  await page.getByRole("textbox", { name: "Ask a question" }).waitFor();
  expect(await doubt.isVisible()).toBe(false);
  expect(await page.title()).toBe(NAME);
  await ask(page, 1);
  expect(await findBarriers(page)).toEqual([]);
});

test.each(["**/trpc/visitor.start", "**/api/messages"])(
  "a server that is too busy is waited for, and says so: %s",
  async (address) => {
    const page = await visit(twinPath, (opened) => refuseOnce(opened, address, "server.busy"));
    const asking = page.getByRole("textbox", { name: "Ask a question" });
    const isIn = address.includes("messages");
    if (isIn) {
      await asking.fill(QUESTION);
      await page.keyboard.press("Enter");
    }
    await page.getByText("Many people are asking just now.").first().waitFor();
    if (!isIn) await ask(page, 1);
    await page.getByRole("article").getByText(FACT).waitFor();
    expect(await page.getByRole("button", { name: "Try again" }).count()).toBe(0);
  },
);

test("a puzzle that the server wants solved is solved on the way in", async () => {
  const shown: unknown[] = [];
  const start = "**/trpc/visitor.start";
  const page = await visit(twinPath, async (opened) => {
    opened.on("request", (request) => {
      if (request.url().endsWith("visitor.start")) shown.push(request.postDataJSON().proof);
    });
    await refuseOnce(opened, start, "visitor.challenge_required");
  });
  await ask(page, 1);
  expect(shown).toEqual([undefined, expect.objectContaining({ solution: expect.any(String) })]);
});
