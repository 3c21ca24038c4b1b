import { insertConversation } from "@understudy/db/queries/conversations";
import { insertVisitor } from "@understudy/db/queries/visitors";
import { backdate } from "@understudy/db/testing/backdate";
import { createAccessGroup } from "../access-group/access-groups.ts";
import { askQuestion } from "../conversation/ask-question.ts";
import { removeConversation } from "../conversation/change-conversation.ts";
import { startChat } from "../conversation/conversations.ts";
import { giveFeedback } from "../conversation/give-feedback.ts";
import { correctAnswer } from "../conversation/operate/correct-answer.ts";
import { undoCorrection } from "../conversation/operate/undo-correction.ts";
import type { VisitorActor } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { createContext } from "../kernel/create-context.ts";
import { execute } from "../kernel/use-case.ts";
import { publishRelease } from "../release/publish-release.ts";
import { createShareLink } from "../share-link/create-share-link.ts";
import { addText } from "../source/add-text.ts";
import { createTwin } from "../twin/create-twin.ts";
import type { TestTenant, TestWorld } from "./open-test-world.ts";

const TAUGHT = "The lamp burns rapeseed oil. One barrel lasts eleven nights in winter.";

interface Traffic {
  twinId: string;
  sourceId: string;
  linkId: string;
  groupId: string;
  releaseId: string;
}

/** Two days at a published twin: visitors by a link, its owner and a group, rated, corrected and removed. */
export async function makeTraffic(world: TestWorld, tenant: TestTenant): Promise<Traffic> {
  const owner = tenant.as("owner");
  const made = await teach(world, tenant);
  const visitor = await come(world, tenant, made);
  await ask(visitor, await visit(visitor), ["What does the lamp burn?", "Who paints the tower?"]);
  await letADayPass(world);
  await ask(visitor, await visit(visitor), ["How long does one barrel of oil last in winter?"]);
  const other = await come(world, tenant, made);
  const [lamp] = await ask(other, await visit(other), ["Does the lamp burn oil?"]);
  await giveFeedback.run(other, { messageId: lamp!, rating: "down", comment: "" });
  const chat = async (accessGroupIds?: string[]) =>
    (await startChat.run(owner, { twinId: made.twinId, accessGroupIds })).id;
  const questions = ["What is the capital of Mongolia?", "Is oil burnt by the lamp?"];
  const [capital, again] = await ask(owner, await chat(), questions);
  await giveFeedback.run(owner, { messageId: again!, rating: "up", comment: "" });
  const words = { revision: 0, tellVisitor: false };
  await correctAnswer.run(owner, { ...words, messageId: lamp!, answer: "Rapeseed oil." });
  await correctAnswer.run(owner, { ...words, messageId: capital!, answer: "Ulaanbaatar." });
  await undoCorrection.run(owner, { messageId: capital!, revision: 1 });
  await ask(owner, await chat([made.groupId]), ["What does the lamp burn in winter?"]);
  const removed = await chat();
  await ask(owner, removed, ["What does the lamp burn?"]);
  await removeConversation.run(owner, { conversationId: removed });
  return made;
}

async function teach(world: TestWorld, tenant: TestTenant): Promise<Traffic> {
  const owner = tenant.as("owner");
  const { id: twinId } = await createTwin.run(owner, { name: "Keeper" });
  const { id: sourceId } = await addText.run(owner, { twinId, title: "Handbook", text: TAUGHT });
  await addText.run(owner, { twinId, title: "Unread", text: "The anchor chain has nine links." });
  await world.runJobs(tenant);
  const { id: linkId } = await execute(owner, createShareLink, { twinId, name: "Letter" });
  const { id: groupId } = await execute(owner, createAccessGroup, { twinId, name: "Pilots" });
  const published = await execute(owner, publishRelease, { twinId });
  if (published.status !== "published") throw new Error("The twin could not be published.");
  return { twinId, sourceId, linkId, groupId, releaseId: published.id };
}

/** Someone who came by the link, as their token says. */
async function come(
  { db }: TestWorld,
  { tenantId, as }: TestTenant,
  { twinId, linkId: shareLinkId }: Traffic,
): Promise<Context> {
  const owner = as("owner");
  const resumeHash = crypto.getRandomValues(new Uint8Array(32));
  const { id: visitorId } = await owner.transaction((tx) =>
    insertVisitor(tx, { twinId, resumeHash }),
  );
  const actor: VisitorActor = {
    kind: "visitor",
    visitorSessionId: crypto.randomUUID(),
    visitorId,
    personId: visitorId,
    tenantId,
    twinId,
    channel: "link",
    apiKeyId: null,
    widgetId: null,
    shareLinkId,
    origin: null,
    leadMissing: false,
    citationsShown: "full",
  };
  return createContext({ ...owner, db, actor });
}

function visit({ actor, transaction }: Context): Promise<string> {
  if (actor.kind !== "visitor") throw new Error("Only visitors visit.");
  const { twinId, visitorId, shareLinkId } = actor;
  return transaction(async (tx) => {
    const began = { channel: "link", twinId, visitorId, shareLinkId } as const;
    return (await insertConversation(tx, began)).id;
  });
}

/** Gives the answers' ids. */
async function ask(
  as: Context,
  conversationId: string,
  messages: readonly string[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const message of messages) {
    for await (const events of askQuestion(as, { conversationId, message }))
      for (const event of events) if (event.type === "done") ids.push(event.messageId);
  }
  return ids;
}

async function letADayPass({ db }: TestWorld): Promise<void> {
  for (const table of ["user_events", "conversations", "visitors"])
    await backdate(db, { table, column: "created_at", days: 1 });
  await backdate(db, { table: "user_events", column: "visitor_since", days: 1 });
}
