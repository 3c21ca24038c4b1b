import * as queries from "@understudy/db/queries/api-keys";
import { countTwins } from "@understudy/db/queries/twins";
import { z } from "zod";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import {
  ApiKey,
  ApiKeyPage,
  ApiKeyRef,
  CreateApiKeyInput,
  CreatedApiKey,
  ListApiKeysInput,
} from "./contract.ts";
import { makeApiKey } from "./make-api-key.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

export const createApiKey = useCase({
  permission: "apiKey.write",
  input: CreateApiKeyInput,
  output: CreatedApiKey,
  run: async (ctx, { expiresAt, ...input }) => {
    if (expiresAt && Date.parse(expiresAt) <= Date.now()) throw expired();
    const { key, prefix, hash } = makeApiKey(input.kind);
    return ctx.transaction(async (tx) => {
      const { twinIds } = input;
      if (twinIds && (await countTwins(tx, twinIds)) !== new Set(twinIds).size) {
        throw notFound("twin");
      }
      const row = await queries.insertApiKey(tx, {
        ...input,
        prefix,
        hash,
        expiresAt: expiresAt ? new Date(expiresAt) : null,
        createdBy: ctx.actor.kind === "user" ? ctx.actor.userId : null,
      });
      await ctx.audit(tx, { action: "apiKey.create", subjectKind: "apiKey", subjectId: row.id });
      return { ...readApiKey(row), key };
    });
  },
});

export const listApiKeys = useCase({
  permission: "apiKey.read",
  input: ListApiKeysInput,
  output: ApiKeyPage,
  run: async (ctx, { cursor, limit }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    const rows = await ctx.transaction((tx) =>
      queries.listApiKeys(tx, { after, limit: limit + 1 }),
    );
    const position = (row: queries.ApiKeyRow) => [row.createdAt.toISOString(), row.id];
    return toPage(rows, limit, { read: readApiKey, position });
  },
});

/** Refused at every door from the next request on. */
export const revokeApiKey = useCase({
  permission: "apiKey.write",
  input: ApiKeyRef,
  output: ApiKey,
  run: (ctx, { apiKeyId }) =>
    ctx.transaction(async (tx) => {
      const row = await queries.revokeApiKey(tx, apiKeyId);
      if (!row) throw notFound("apiKey");
      await ctx.audit(tx, { action: "apiKey.revoke", subjectKind: "apiKey", subjectId: row.id });
      return readApiKey(row);
    }),
});

export function readApiKey(row: queries.ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    prefix: row.prefix,
    twinIds: row.twinIds,
    scopes: row.scopes,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    replacedBy: row.replacedBy,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

function expired(): DomainError {
  return new DomainError(
    "invalid",
    "apiKey.already_expired",
    "The key would have expired already.",
  );
}
