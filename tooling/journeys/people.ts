import type { Page } from "playwright-core";

export const account = {
  name: "Ada Keeper",
  email: "ada@example.com",
  password: "a long lighthouse password",
};

/** The first account of a product, made on its own screen; ends on the first steps. */
export async function signUpOnScreen(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-up`);
  await page.getByLabel("Your name").fill(account.name);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("heading", { name: /^Welcome/ }).waitFor();
}

export async function signInOnScreen(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("banner").waitFor();
}

export async function createTwinOnScreen(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name").first().fill(name);
  await page.getByRole("button", { name: "Create twin" }).click();
}
