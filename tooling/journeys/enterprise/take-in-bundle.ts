import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "playwright-core";
import type { Session } from "../../product/session.ts";

interface Taking {
  owner: Session;
  twinId: string;
  url: string;
  take(page: Page, sight: string): Promise<void>;
}

/** A twin is written to a file and taken in again; its schedules wait until they are turned on. */
export async function takeInBundle(
  page: Page,
  { owner, twinId, url, take }: Taking,
): Promise<void> {
  const bytes = await bundleOf(owner, twinId);
  await page.goto(`${url}/twins`);
  await page.getByRole("button", { name: /Import/ }).click();
  const dialog = page.getByRole("dialog", { name: "Import a twin" });
  const file = { name: "harbour.twin", mimeType: "application/zip", buffer: bytes };
  await dialog.getByLabel("Bundle").setInputFiles(file);
  await dialog.getByRole("button", { name: "Turn schedules on" }).waitFor();
  await take(page, "bundle-paused");
  await dialog.getByRole("button", { name: "Turn schedules on" }).click();
  await dialog.getByText(/turned on/).waitFor();
  await take(page, "bundle-turned-on");
}

async function bundleOf(owner: Session, twinId: string): Promise<Buffer> {
  const { id: exportId } = await owner.mutate<{ id: string }>("bundle.export", { twinId });
  for (;;) {
    const { items } = await owner.query<{ items: { id: string; status: string }[] }>(
      "privacy.listExports",
      {},
    );
    if (items.find(({ id }) => id === exportId)?.status === "ready") break;
    await delay(100);
  }
  const { url } = await owner.mutate<{ url: string }>("privacy.linkExport", { exportId });
  const reply = await fetch(new URL(url, owner.url), { headers: owner.headers });
  if (!reply.ok) throw new Error(`the bundle: ${reply.status}`);
  return Buffer.from(await reply.arrayBuffer());
}
