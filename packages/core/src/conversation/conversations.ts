import * as queries from "@understudy/db/queries/conversations";
import * as listed from "@understudy/db/queries/list-conversations";
import { listMessages } from "@understudy/db/queries/messages";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import { requireGroups } from "../access-group/visibility.ts";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/domain-error.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireReleaseOf } from "../release/require-release.ts";
import { requireTwin } from "../twin/twins.ts";
import {
  Conversation,
  type ConversationThread,
  ListConversationsInput,
  StartChatInput,
} from "./contract.ts";
import { ConversationItemPage } from "./operate/contract.ts";
import { readItems } from "./operate/read-items.ts";
import { readConversation } from "./read-conversation.ts";
import { readMessages } from "./read-message.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

const chatBy = (keyChannel: "api" | "mcp") =>
  useCase({
    permission: "twin.ask",
    input: StartChatInput,
    output: Conversation,
    run: (ctx, { twinId, releaseId, accessGroupIds = null }) =>
      ctx.transaction(async (tx) => {
        await requireTwin(tx, twinId);
        await requireGroups(tx, twinId, accessGroupIds ?? []);
        if (releaseId) await requireReleaseOf(tx, { twinId, releaseId });
        const userId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
        const channel = ctx.actor.kind === "user" ? "studio" : keyChannel;
        const started = { twinId, channel, userId, releaseId, accessGroupIds } as const;
        return readConversation(await queries.insertConversation(tx, started));
      }),
  });

/** In the studio against the draft, by a key against what was published, or against a chosen release. */
export const startChat = chatBy("api");
/** The same for those who ask through the tools of a model. */
export const startToolChat = chatBy("mcp");

export const listConversations = useCase({
  permission: "conversation.read",
  input: ListConversationsInput,
  output: ConversationItemPage,
  run: async (ctx, { cursor, limit, ...filter }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    return ctx.transaction(async (tx) => {
      await requireTwin(tx, filter.twinId);
      const rows = await listed.listConversations(tx, { ...filter, after, limit: limit + 1 });
      const position = (row: listed.ListedConversation) => [row.updatedAt.toISOString(), row.id];
      const page = toPage(rows, limit, { read: (row) => row, position });
      return { ...page, items: await readItems(tx, page.items) };
    });
  },
});

/** What was said in it, from the first word on. */
export async function readThread(
  ctx: Context,
  tx: TenantTx,
  conversationId: string,
): Promise<z.input<typeof ConversationThread>> {
  const conversation = await requireConversation(tx, conversationId);
  const messages = await readMessages(ctx, tx, await listMessages(tx, conversationId));
  return { ...readConversation(conversation), messages };
}

export async function requireConversation(
  tx: TenantTx,
  conversationId: string,
): Promise<queries.ConversationRow> {
  const row = await queries.findConversation(tx, conversationId);
  if (!row) throw notFound("conversation");
  return row;
}
