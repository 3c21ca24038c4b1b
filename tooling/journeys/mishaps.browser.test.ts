import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Session } from "../product/session.ts";
import { signUp } from "../product/sign-up.ts";
import { type Product, startProduct } from "../product/start-product.ts";
import { findBarriers } from "./find-barriers.ts";
import { openChromium } from "./open-chromium.ts";
import { refuseOnce } from "./refuse-once.ts";
import { teachTwin } from "./teach-handbook.ts";

const FACT = "Feed the starter every twelve hours with equal weights of flour and water.";
const LOCKED = join(import.meta.dirname, "../../packages/rag/src/parse/fixtures/locked.pdf");
const PERSON = { name: "Nora", email: "nora@example.com", password: "a walk in the woods" };
const QUESTION = "How often do I feed the starter?";

let product: Product;
let owner: Session;
let browser: Browser;
let page: Page;
let twinId: string;

beforeAll(async () => {
  product = await startProduct();
  owner = await signUp(product.url, PERSON);
  twinId = await teachTwin(owner, { name: "Nora" }, [{ title: "Starter", text: FACT }]);
  browser = await openChromium();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [name = "", value = ""] = (owner.headers.cookie ?? "").split(/=(.*)/s);
  await context.addCookies([{ name, value, url: product.url }]);
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

// Else one test that fails takes the line from all after it.
afterEach(() => page.context().setOffline(false));

const answer = () =>
  page.getByRole("region", { name: "Conversation" }).getByRole("listitem").getByText(FACT);
const question = () => page.getByRole("textbox", { name: "Ask Nora" });

async function signIn() {
  await page.getByLabel("E-mail").fill(PERSON.email);
  await page.getByRole("textbox", { name: "Password" }).fill(PERSON.password);
  await page.keyboard.press("Enter");
}

test("a button that is clicked twice does its work once", async () => {
  const count = async () =>
    (await owner.query<{ items: unknown[] }>("twin.list", { limit: 100 })).items.length;
  const before = await count();
  await page.goto(`${product.url}/twins/${twinId}/chat`);
  await question().waitFor();
  await page.goto(`${product.url}/welcome`);
  await page
    .getByLabel("Name")
    .fill("The bakery school of Eleonora Lindqvist-Andersson in the old mill of Lund");
  await page.getByRole("button", { name: "Create twin" }).dblclick();
  await page.getByRole("button", { name: "Paste a note" }).waitFor();
  expect(await count()).toBe(before + 1);
  await page
    .getByRole("banner")
    .getByRole("button", { name: /The bakery school/ })
    .waitFor();
  const steps = await page.getByRole("list").first().boundingBox();
  const name = await page.getByRole("heading", { name: /Name your twin/ }).boundingBox();
  expect(name!.x + name!.width).toBeLessThanOrEqual(steps!.x + steps!.width);
});

test("a file with a password is opened where it was dropped, and a wrong one is called that", async () => {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Upload files" }).click();
  await (await choosing).setFiles(LOCKED);
  const read = async (password: string) => {
    await page.getByRole("button", { name: "Enter password" }).click();
    await page.getByLabel("Password of the file").fill(password);
    await page.getByRole("button", { name: "Read the file" }).click();
  };
  await read("open");
  await page.getByRole("button", { name: "Enter password" }).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  const added = new URL(page.url()).searchParams.get("twin");
  await page.goto(`${product.url}/twins/${added}/sources`);
  await page.getByRole("button", { name: "locked" }).first().click();
  await read("open");
  await page.getByText("That is not its password.").waitFor();
  await read("open sesame");
  await page.getByRole("row", { name: /^locked .*Live/ }).waitFor();
});

test("a question that nothing heard is not lost: it is there to be asked again", async () => {
  await page.goto(`${product.url}/twins/${twinId}/chat`);
  await question().fill(QUESTION);
  await page.context().setOffline(true);
  await page.keyboard.press("Enter");
  await page.getByText("The server can't be reached").first().waitFor();
  expect(await question().inputValue()).toBe(QUESTION);
  await page.context().setOffline(false);
  await question().press("Enter");
  await answer().waitFor();
  // A question that comes before the last answer has ended is another matter.
  await page.getByRole("button", { name: "Good answer" }).waitFor();

  await question().fill("How often?");
  await page.context().setOffline(true);
  await page.keyboard.press("Enter");
  const again = page.getByRole("button", { name: "Ask again" });
  await again.waitFor();
  await page.context().setOffline(false);
  expect(await findBarriers(page)).toEqual([]);
  await again.click();
  await page.getByRole("button", { name: "Good answer" }).nth(1).waitFor();
  expect(await again.count()).toBe(0);
});

test("a server that is too busy is waited for, and says so, until its question is taken back", async () => {
  await page.goto(`${product.url}/twins/${twinId}/chat`);
  await refuseOnce(page, "**/trpc/chat.start*", "server.busy");
  await refuseOnce(page, "**/api/messages", "server.busy");
  await question().fill(QUESTION);
  await page.keyboard.press("Enter");
  const word = page.getByText("Much is being asked just now.").first();
  await word.waitFor();
  expect(await question().inputValue()).toBe(QUESTION);
  await page.waitForURL(/chat\/./);
  await word.waitFor();
  await answer().waitFor();
  await refuseOnce(page, "**/api/messages", "server.busy");
  await question().fill("How often?");
  await page.keyboard.press("Enter");
  await word.waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect.poll(() => question().inputValue()).toBe("How often?");
  expect(await word.count()).toBe(0);
});

test("a folder that is dropped is taken with all that lies in it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "recipes-"));
  await mkdir(join(folder, "rye"));
  await writeFile(join(folder, "salt.txt"), "Use two percent salt.");
  await writeFile(join(folder, "rye/water.txt"), "Rye takes eighty percent water.");
  await writeFile(join(folder, ".DS_Store"), "x");
  await page.goto(`${product.url}/twins/${twinId}/sources`);
  await page.getByRole("row", { name: /Starter/ }).waitFor();
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await devtools.send("Input.dispatchDragEvent", { type, x: 800, y: 700, data });
  }
  await page.getByRole("row", { name: /^salt .*Live/ }).waitFor();
  await page.getByRole("row", { name: /^water .*Live/ }).waitFor();
  const { items } = await owner.query<{ items: unknown[] }>("source.list", { twinId });
  expect(items.length).toBe(3);
  await rm(folder, { recursive: true });
});

test("a file that could not be sent is sent again when the server is back", async () => {
  await page.context().setOffline(true);
  const file = { name: "oven.txt", mimeType: "text/plain", buffer: Buffer.from("Bake at 230.") };
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByLabel("Files to add").setInputFiles(file);
  await page.getByRole("button", { name: /^Add 1 file/ }).click();
  const again = page
    .getByRole("list", { name: "Uploads" })
    .getByRole("button", { name: "Try again" });
  await again.waitFor();
  await page.context().setOffline(false);
  expect(await findBarriers(page)).toEqual([]);
  await again.click();
  await page.getByRole("row", { name: /^oven .*Live/ }).waitFor();
});

test("every part of the launch screen is found by its name", async () => {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search or do" }).fill("share link");
  await page.getByRole("option", { name: "Launch: Share links" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/launch\/links/);
});

test("what is typed beside the widget's preview stays where it is typed, and is not left unsaved unasked", async () => {
  await owner.mutate("widget.create", { twinId, allowedDomains: ["https://example.com"] });
  const begun = async () =>
    (await owner.query<{ items: unknown[] }>("conversation.list", { twinId })).items.length;
  const before = await begun();
  await page.goto(`${product.url}/twins/${twinId}/launch`);
  await page.getByRole("link", { name: "Widget", exact: true }).click();
  const chat = page.frameLocator("iframe").getByRole("dialog");
  await chat.getByRole("textbox", { name: "Ask a question" }).waitFor();
  const title = page.getByLabel(/^Title/);
  await title.fill("Ask");
  await chat.getByRole("heading", { name: "Ask" }).waitFor();
  await chat.getByRole("textbox", { name: "Ask a question" }).waitFor();
  await page.keyboard.type(" Nora");
  expect(await title.inputValue()).toBe("Ask Nora");
  await page.goBack();
  await page.getByRole("dialog", { name: "Leave without saving?" }).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Stay" }).click();
  expect(await title.inputValue()).toBe("Ask Nora");
  await page.getByRole("button", { name: "Discard" }).click();
  expect(await begun()).toBe(before);
});

test("a session that ended says so, leads back, and the question is there to be asked again", async () => {
  await page.context().clearCookies();
  await page.goto(`${product.url}/sign-in`);
  await signIn();
  await page.getByRole("button", { name: "Account" }).waitFor();
  await page.goto(`${product.url}/twins/${twinId}/chat`);
  await question().fill(QUESTION);
  await page.keyboard.press("Enter");
  await answer().waitFor();
  await page.context().clearCookies();
  await question().fill(QUESTION);
  await page.keyboard.press("Enter");
  await page.getByText("you are back where you were").waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await signIn();
  await page.getByRole("button", { name: "Ask again" }).click();
  await page.getByRole("button", { name: "Good answer" }).nth(1).waitFor();
});

test("whoever comes uninvited is asked to sign in, not to make an account that is refused", async () => {
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(product.url);
  await stranger.getByRole("heading", { name: "Sign in" }).waitFor();
  await stranger.getByText("Accounts are made by invitation").waitFor();
  expect(await findBarriers(stranger)).toEqual([]);
  await stranger.goto(`${product.url}/sign-up`);
  await stranger.getByRole("heading", { name: "By invitation only" }).waitFor();
  expect(await stranger.getByRole("textbox").count()).toBe(0);
  expect(await findBarriers(stranger)).toEqual([]);
  await stranger.context().close();
});
