import { randomBytes } from "node:crypto";
import { isUniqueViolation } from "@understudy/db/errors";
import { insertShareLink } from "@understudy/db/queries/share-links";
import { putIntoGroups } from "../access-group/put-into-groups.ts";
import { requireSources } from "../access-group/require-sources.ts";
import { insertWayKey } from "../api-key/insert-way-key.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { authorize, useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { CreateShareLinkInput, ShareLink } from "./contract.ts";
import { readExpiry, readShareLink } from "./read-share-link.ts";

const SLUG_BYTES = 20;

/** An address that lets people in; without a slug of the owner's choice it is one that nobody guesses. */
export const createShareLink = useCase({
  permission: "launch.write",
  input: CreateShareLinkInput,
  output: ShareLink,
  run: async (ctx, { slug, password, expiresAt: end, ...input }) => {
    const { accessGroupIds, sourceIds: scopeSourceIds = null, ...values } = input;
    const { twinId, name } = values;
    if (accessGroupIds.length > 0) await authorize(ctx, "accessGroup.write");
    const expiresAt = readExpiry(end);
    const key = slug ?? randomBytes(SLUG_BYTES).toString("base64url");
    const passwordHash = password === undefined ? null : await ctx.ports.passwords.hash(password);
    try {
      return await ctx.transaction(async (tx) => {
        await requireTwin(tx, twinId);
        await requireSources(tx, twinId, scopeSourceIds);
        const kept = { ...values, passwordHash, scopeSourceIds, isNamed: slug !== undefined };
        const shareLinkId = await insertShareLink(tx, kept);
        const way = { kind: "link", id: shareLinkId } as const;
        await putIntoGroups(tx, way, { twinId, accessGroupIds });
        const shown = { twinId, name, key, prefix: "link", expiresAt };
        await insertWayKey(ctx, tx, { ...shown, way: { shareLinkId } });
        const subject = { subjectKind: "shareLink", subjectId: shareLinkId };
        await ctx.audit(tx, { action: "shareLink.create", ...subject });
        return readShareLink(ctx, tx, shareLinkId);
      });
    } catch (error) {
      if (!isUniqueViolation(error, "api_keys_keyHash_unique")) throw error;
      throw new DomainError(
        "conflict",
        "shareLink.slug_taken",
        "Another link has or had this slug.",
      );
    }
  },
});
