import { findUsableApiKey, insertApiKey, replaceApiKey } from "@understudy/db/queries/api-keys";
import { copyGroups } from "@understudy/db/queries/group-memberships";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { readApiKey } from "./api-keys.ts";
import { CreatedApiKey, RotateApiKeyInput } from "./contract.ts";
import { makeApiKey } from "./make-api-key.ts";

const SECONDS_AN_HOUR = 3_600;

/** A new key that may do the same; the old one goes on until the overlap is over, so that nothing stops meanwhile. */
export const rotateApiKey = useCase({
  permission: "apiKey.write",
  input: RotateApiKeyInput,
  output: CreatedApiKey,
  run: (ctx, { apiKeyId, overlapHours }) =>
    ctx.transaction(async (tx) => {
      const old = await findUsableApiKey(tx, apiKeyId);
      if (!old || old.widgetId || old.shareLinkId) throw notFound("apiKey");
      if (old.replacedBy) {
        throw new DomainError("conflict", "apiKey.replaced", "This key has been replaced already.");
      }
      const { key, prefix, hash } = makeApiKey(old.kind);
      const { name, kind, twinIds, scopes, expiresAt } = old;
      const createdBy = ctx.actor.kind === "user" ? ctx.actor.userId : null;
      const made = { name, kind, twinIds, scopes, expiresAt, createdBy };
      const row = await insertApiKey(tx, { ...made, prefix, hash });
      await copyGroups(tx, { kind: "key", from: apiKeyId, to: row.id });
      const overlapSeconds = overlapHours * SECONDS_AN_HOUR;
      await replaceApiKey(tx, { apiKeyId, replacedBy: row.id, overlapSeconds });
      await ctx.audit(tx, { action: "apiKey.rotate", subjectKind: "apiKey", subjectId: apiKeyId });
      return { ...readApiKey(row), key };
    }),
});
