import * as queries from "@understudy/db/queries/webhooks";
import { z } from "zod";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import {
  CreatedWebhook,
  CreateWebhookInput,
  ListWebhooksInput,
  UpdatedWebhook,
  UpdateWebhookInput,
  Webhook,
  WebhookPage,
  WebhookRef,
} from "./contract.ts";
import { readWebhook, requireWebhook } from "./read-webhook.ts";
import { requireTwins } from "./require-twins.ts";
import { makeWebhookSecret } from "./sign-event.ts";

const MOST_WEBHOOKS = 20;
const Position = z.tuple([z.iso.datetime(), z.uuid()]);
const subject = (webhookId: string) => ({ subjectKind: "webhook", subjectId: webhookId });

export const createWebhook = useCase({
  permission: "webhook.write",
  input: CreateWebhookInput,
  output: CreatedWebhook,
  run: async (ctx, { url: given, ...values }) => {
    requireAllTwins(ctx);
    const url = ctx.ports.egress.judge(given);
    const secret = makeWebhookSecret();
    return ctx.transaction(async (tx) => {
      await requireTwins(tx, values.twinIds);
      if ((await queries.countWebhooks(tx)) >= MOST_WEBHOOKS) throw tooMany();
      const sealed = ctx.ports.vault.seal(secret);
      const row = await queries.insertWebhook(tx, { ...values, url, secret: sealed });
      await ctx.audit(tx, { action: "webhook.create", ...subject(row.id) });
      return { ...readWebhook(row), secret };
    });
  },
});

export const listWebhooks = useCase({
  permission: "webhook.read",
  input: ListWebhooksInput,
  output: WebhookPage,
  run: async (ctx, { cursor, limit }) => {
    requireAllTwins(ctx);
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    const rows = await ctx.transaction((tx) =>
      queries.listWebhooks(tx, { after, limit: limit + 1 }),
    );
    const position = (row: queries.WebhookRow) => [row.createdAt.toISOString(), row.id];
    return toPage(rows, limit, { read: readWebhook, position });
  },
});

/** Whoever changes where it goes to gets a new secret: the old one proves nothing there. */
export const updateWebhook = useCase({
  permission: "webhook.write",
  input: UpdateWebhookInput,
  output: UpdatedWebhook,
  run: async (ctx, { webhookId, url: given, ...changes }) => {
    requireAllTwins(ctx);
    const url = given === undefined ? undefined : ctx.ports.egress.judge(given);
    return ctx.transaction(async (tx) => {
      const before = await requireWebhook(tx, webhookId);
      if (changes.twinIds) await requireTwins(tx, changes.twinIds);
      const secret = url !== undefined && url !== before.url ? makeWebhookSecret() : null;
      const moved = secret ? { url, secret: ctx.ports.vault.seal(secret) } : {};
      const row = await queries.updateWebhook(tx, { webhookId, changes: { ...changes, ...moved } });
      const details = { isMoved: secret !== null };
      await ctx.audit(tx, { action: "webhook.update", ...subject(webhookId), details });
      return { ...readWebhook(row!), secret };
    });
  },
});

/** A lost secret is replaced, never shown again; deliveries are signed with the new one at once. */
export const rotateWebhookSecret = useCase({
  permission: "webhook.write",
  input: WebhookRef,
  output: CreatedWebhook,
  run: async (ctx, { webhookId }) => {
    requireAllTwins(ctx);
    const secret = makeWebhookSecret();
    return ctx.transaction(async (tx) => {
      const changes = { secret: ctx.ports.vault.seal(secret) };
      const row = await queries.updateWebhook(tx, { webhookId, changes });
      if (!row) throw notFound("webhook");
      await ctx.audit(tx, { action: "webhook.rotateSecret", ...subject(webhookId) });
      return { ...readWebhook(row), secret };
    });
  },
});

/** With what it was sent; what waits is sent to nobody. */
export const removeWebhook = useCase({
  permission: "webhook.write",
  input: WebhookRef,
  output: Webhook,
  run: async (ctx, { webhookId }) => {
    requireAllTwins(ctx);
    return ctx.transaction(async (tx) => {
      const row = await requireWebhook(tx, webhookId);
      await queries.deleteWebhook(tx, webhookId);
      await ctx.audit(tx, { action: "webhook.remove", ...subject(webhookId) });
      return readWebhook(row);
    });
  },
});

function tooMany(): DomainError {
  return new DomainError(
    "limit_exceeded",
    "webhook.too_many",
    `There are ${MOST_WEBHOOKS} webhooks already. Remove one first.`,
  );
}
