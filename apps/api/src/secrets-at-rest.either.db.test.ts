import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readAllText } from "@understudy/db/testing/read-traces";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { makeTenantWorld, type TenantWorld } from "./testing/tenant-world.ts";
import { PASSWORD, resultOf } from "./testing/test-session.ts";
import { comeIn } from "./testing/visit.ts";

const SHOP = "https://shop.example";
const LINK_PASSWORD = "open sesame, please";
let app: TestApp;
let world: TenantWorld;
beforeAll(async () => {
  app = await startTestApp();
  await app.work();
  world = await makeTenantWorld(app.url, "Ada");
});
afterAll(() => app[Symbol.asyncDispose]());

/** Everything there is that opens a door. */
async function collectSecrets(): Promise<Record<string, string>> {
  const { owner, ids } = world;
  const create = <Made>(path: string, input: object) =>
    resultOf<Made>(owner.mutate(path, { twinId: ids.twinId, ...input }));
  const { key } = await create<{ key: string }>("apiKey.create", { name: "k", kind: "secret" });
  const widget = await create<{ publishableKey: string }>("widget.create", {
    allowedDomains: [SHOP],
  });
  const { slug } = await create<{ slug: string }>("shareLink.create", { password: LINK_PASSWORD });
  const invited = { email: "new@example.com", role: "viewer" };
  const { link } = await create<{ link: string }>("invitation.create", invited);
  const hook = { name: "h", url: "https://hooks.example/x", events: ["source.live"] };
  const { secret } = await create<{ secret: string }>("webhook.create", hook);
  const { publishableKey } = widget;
  await create("release.publish", { override: "Not what is tested here." });
  const { visit } = await comeIn(app.url, { publishableKey }, { origin: SHOP });
  const cookie = decodeURIComponent(owner.headers.cookie?.split("=")[1] ?? "").split(".")[0] ?? "";
  return {
    key,
    slug,
    secret,
    visitorToken: visit.token,
    resumeToken: visit.resumeToken,
    cookie,
    invitation: link.split("/").at(-1) ?? "",
    password: PASSWORD,
    linkPassword: LINK_PASSWORD,
  };
}

it("no table, queue or file holds what opens a door", async () => {
  const secrets = await collectSecrets();
  for (const [name, secret] of Object.entries(secrets)) {
    expect(secret.length, name).toBeGreaterThan(15);
  }
  const rows = await readAllText(app.resources.db);
  expect(rows).toContain("The Ada lighthouse is striped.");
  const files = await readFiles(app.resources.env.DATA_DIR);
  expect(files.length).toBeGreaterThan(0);
  const found = Object.entries(secrets).filter(([, secret]) =>
    [rows, ...files].some((text) => text.includes(secret)),
  );
  expect(found.map(([name]) => name)).toEqual([]);
});

async function readFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name), "latin1")),
  );
}
