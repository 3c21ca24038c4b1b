import { KEY_PERMISSIONS } from "@understudy/core/kernel/permissions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openProcedures, procedures } from "./testing/procedures.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { call, makeTenantWorld, sampleInput, type TenantWorld } from "./testing/tenant-world.ts";
import { resultOf, sessionWith, type TestSession } from "./testing/test-session.ts";

let app: TestApp;
let world: TenantWorld;
beforeAll(async () => {
  app = await startTestApp();
  await app.work();
  world = await makeTenantWorld(app.url, "Ada");
});
afterAll(() => app[Symbol.asyncDispose]());

const keys = new Map<string, Promise<TestSession>>();
/** The same key for the same scopes. */
function keyWith(scopes: readonly string[]): Promise<TestSession> {
  const name = scopes.join(" ");
  const made = keys.get(name) ?? makeKey(scopes);
  keys.set(name, made);
  return made;
}

async function makeKey(scopes: readonly string[]): Promise<TestSession> {
  const created = world.owner.mutate("apiKey.create", { name: "k", kind: "secret", scopes });
  const { key } = await resultOf<{ key: string }>(created);
  return sessionWith(app.url, { authorization: `Bearer ${key}` });
}

const told = async (reply: Response) => {
  const { data } = JSON.parse(await reply.text()).error;
  return { status: reply.status, code: data.code, reason: data.reason };
};

describe("every procedure", () => {
  it("is found in the router, with a permission", () => {
    expect(procedures.length).toBeGreaterThan(30);
    expect(openProcedures.map(({ path }) => path)).toEqual([
      "invitation.preview",
      "invitation.accept",
      "visitor.face",
      "visitor.challenge",
      "visitor.start",
    ]);
  });

  it.each(procedures)("$path refuses a caller without a credential", async (procedure) => {
    const reply = await call(sessionWith(app.url, {}), procedure, { nonsense: true });
    expect(await told(reply)).toEqual({
      status: 401,
      code: "UNAUTHORIZED",
      reason: "credential.missing",
    });
  });

  it.each(["", "Bearer", "Bearer null", "Basic eDp5", "Bearer us_sk_short"])(
    "refuses the credential %j, also beside a good cookie",
    async (authorization) => {
      const session = sessionWith(app.url, { ...world.owner.headers, authorization });
      for (const procedure of procedures) {
        const reply = await call(session, procedure, {});
        expect({ path: procedure.path, ...(await told(reply)) }).toMatchObject({
          path: procedure.path,
          status: 401,
          reason: "credential.refused",
        });
      }
    },
  );

  it("refuses a key without its permission before it looks at the input", async () => {
    for (const procedure of procedures) {
      const { path, permission } = procedure;
      const session = await keyWith(KEY_PERMISSIONS.filter((held) => held !== permission));
      const reply = await call(session, procedure, { nonsense: true });
      expect({ path, ...(await told(reply)) }).toEqual({
        path,
        status: 403,
        code: "FORBIDDEN",
        reason: "permission.missing",
      });
    }
  });

  it("lets a key with its permission alone through", async () => {
    const open = procedures.filter(
      ({ permission, type }) => KEY_PERMISSIONS.includes(permission) && type === "query",
    );
    expect(open.length).toBeGreaterThan(10);
    for (const procedure of open) {
      const session = await keyWith([procedure.permission]);
      const reply = await call(session, procedure, sampleInput(procedure, world.ids));
      expect({ path: procedure.path, status: reply.status }).toEqual({
        path: procedure.path,
        status: 200,
      });
    }
  });
});
