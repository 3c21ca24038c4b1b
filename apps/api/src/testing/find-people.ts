import { resultOf, type TestSession } from "./test-session.ts";

/** The tenant itself, its owner's place in it, and somebody invited. */
export async function findPeople(owner: TestSession, name: string) {
  const invited = { email: `${name.toLowerCase()}.guest@example.com`, role: "viewer" };
  const invitation = await resultOf<{ id: string }>(owner.mutate("invitation.create", invited));
  const members = await resultOf<{ items: { id: string }[] }>(owner.query("member.list", {}));
  const tenant = await resultOf<{ id: string }>(owner.query("tenant.get", {}));
  const sessions = await resultOf<{ items: { id: string }[] }>(
    owner.query("account.listSessions", {}),
  );
  const sessionId = sessions.items[0]!.id;
  return {
    tenantId: tenant.id,
    sessionId,
    memberId: members.items[0]!.id,
    invitationId: invitation.id,
  };
}
