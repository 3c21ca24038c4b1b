import { teach } from "./teach.ts";
import { resultOf, sessionWith, signUp, type TestSession } from "./test-session.ts";

/** Each stands in something that is for the group alone: a note, a page of it, a belief, a verified answer. */
export const CANARIES = ["Quillfeather", "Umbrawell", "Marzipanlock"];
export const QUESTIONS = [
  "With which code does the Zephyr vault open?",
  "Where is night swimming best?",
  "What is the password of the pantry?",
];
export const OPEN_QUESTION = "When does the harbour open?";

export interface GuardedTwin {
  owner: TestSession;
  twinId: string;
  handle: string;
  groupId: string;
  openSourceId: string;
  closedSourceId: string;
  create<Made>(procedure: string, input?: object): Promise<Made>;
  /** A secret key's session, in the group or not. */
  key(isIn: boolean): Promise<TestSession>;
}

/** A published twin that knows something for everybody, and three things for one group. */
export async function makeGuardedTwin(url: string, name: string): Promise<GuardedTwin> {
  const owner = await signUp(url, name);
  const { id: twinId, handle } = await resultOf<{ id: string; handle: string }>(
    owner.mutate("twin.create", { name: `${name} harbour` }),
  );
  const create = <Made>(procedure: string, input: object = {}) =>
    resultOf<Made>(owner.mutate(procedure, { twinId, ...input }));
  const open = await teach(owner, {
    twinId,
    title: "Hours",
    text: "The harbour opens at six in the morning. Moorings cost ten crowns a night.",
  });
  const closed = await teach(owner, {
    twinId,
    title: "Quillfeather papers",
    text: "The Zephyr vault opens with the code Quillfeather at midnight. The harbour master has it.",
  });
  const belief = await create<{ id: string }>("belief.create", {
    statement: "Night swimming is best beside the Umbrawell pier.",
  });
  await settled(owner, belief.id);
  const verified = await create<{ id: string }>("verifiedAnswer.create", {
    question: QUESTIONS[2],
    answer: "It is Marzipanlock.",
  });
  const group = await create<{ id: string }>("accessGroup.create", { name: "Crew" });
  await create("accessGroup.setContent", {
    accessGroupId: group.id,
    sourceIds: [closed.id],
    beliefIds: [belief.id],
    verifiedAnswerIds: [verified.id],
  });
  await create("release.publish", { override: "A test." });
  const ids = { twinId, groupId: group.id, openSourceId: open.id, closedSourceId: closed.id };
  const key = async (isIn: boolean) => {
    const made = { name: "key", kind: "secret" };
    const { id, key: secret } = await resultOf<{ id: string; key: string }>(
      owner.mutate("apiKey.create", made),
    );
    if (isIn) {
      const members = { accessGroupId: group.id, apiKeyIds: [id] };
      await resultOf(owner.mutate("accessGroup.setMembers", members));
    }
    return sessionWith(url, { authorization: `Bearer ${secret}` });
  };
  return { owner, handle, create, key, ...ids };
}

async function settled(owner: TestSession, beliefId: string): Promise<void> {
  for (let look = 0; look < 400; look++) {
    const { status } = await resultOf<{ status: string }>(owner.query("belief.get", { beliefId }));
    if (status === "live") return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the belief did not go live");
}
