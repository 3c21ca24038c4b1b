import { roleHolds } from "@understudy/core/kernel/permissions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { procedures } from "./testing/procedures.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { call } from "./testing/tenant-world.ts";
import { resultOf, signUp, type TestSession } from "./testing/test-session.ts";

let app: TestApp;
let owner: TestSession;
beforeAll(async () => {
  app = await startTestApp();
  owner = await signUp(app.url, "Ada");
});
afterAll(() => app[Symbol.asyncDispose]());

async function join(role: string): Promise<TestSession> {
  const invited = owner.mutate("invitation.create", { email: `${role}@example.com`, role });
  const { link } = await resultOf<{ link: string }>(invited);
  return signUp(app.url, role, { invitationToken: link.split("/").at(-1) ?? "" });
}

/** What no procedure takes: who may call it meets its shape, who may not meets the rule first. */
const NONSENSE = "nonsense";

describe.each(["viewer", "editor", "admin"] as const)("who is %s", (role) => {
  it("reaches exactly what the role holds", async () => {
    const member = await join(role);
    let refused = 0;
    for (const procedure of procedures) {
      const reply = await call(member, procedure, NONSENSE);
      const body = await reply.text();
      const isRefused = body.includes('"permission.missing"');
      expect({ path: procedure.path, isRefused }).toEqual({
        path: procedure.path,
        isRefused: !roleHolds(role, procedure.permission),
      });
      expect(reply.status, procedure.path).toBeLessThan(500);
      if (isRefused) refused += 1;
    }
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(procedures.length);
  });
});
