import * as queries from "@understudy/db/queries/share-links";
import { endVisits, revokeWay, setWayExpiry } from "@understudy/db/queries/way-keys";
import { z } from "zod";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import {
  ListShareLinksInput,
  ShareLink,
  ShareLinkPage,
  ShareLinkRef,
  UpdateShareLinkInput,
} from "./contract.ts";
import { readExpiry, readShareLink, requireShareLink } from "./read-share-link.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

export const listShareLinks = useCase({
  permission: "launch.read",
  input: ListShareLinksInput,
  output: ShareLinkPage,
  run: async (ctx, { cursor, limit, twinId }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    const rows = await ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      return queries.listShareLinks(tx, { twinId, after, limit: limit + 1 });
    });
    const position = (row: queries.ShareLinkRow) => [row.createdAt.toISOString(), row.id];
    return toPage(rows, limit, { read: (row) => readShareLink(ctx, row), position });
  },
});

export const getShareLink = useCase({
  permission: "launch.read",
  input: ShareLinkRef,
  output: ShareLink,
  run: (ctx, { shareLinkId }) =>
    ctx.transaction(async (tx) => readShareLink(ctx, await requireShareLink(tx, shareLinkId))),
});

/** Another password is asked of those who are in already, too. */
export const updateShareLink = useCase({
  permission: "launch.write",
  input: UpdateShareLinkInput,
  output: ShareLink,
  run: async (ctx, { shareLinkId, password, expiresAt: end, ...changes }) => {
    const expiresAt = readExpiry(end);
    const passwordHash = password && (await ctx.ports.passwords.hash(password));
    return ctx.transaction(async (tx) => {
      await requireShareLink(tx, shareLinkId);
      if (end !== undefined) await setWayExpiry(tx, { shareLinkId }, expiresAt);
      if (password !== undefined) await endVisits(tx, { shareLinkId });
      await queries.updateShareLink(tx, { shareLinkId, changes: { ...changes, passwordHash } });
      const subject = { subjectKind: "shareLink", subjectId: shareLinkId };
      await ctx.audit(tx, { action: "shareLink.update", ...subject });
      return readShareLink(ctx, await requireShareLink(tx, shareLinkId));
    });
  },
});

/** Opens nothing any more, at every door and at once; its address is never given to another. */
export const revokeShareLink = useCase({
  permission: "launch.write",
  input: ShareLinkRef,
  output: ShareLink,
  run: (ctx, { shareLinkId }) =>
    ctx.transaction(async (tx) => {
      const link = readShareLink(ctx, await requireShareLink(tx, shareLinkId));
      await revokeWay(tx, { shareLinkId });
      const subject = { subjectKind: "shareLink", subjectId: shareLinkId };
      await ctx.audit(tx, { action: "shareLink.revoke", ...subject });
      return link;
    }),
});
