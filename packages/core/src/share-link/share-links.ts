import * as queries from "@understudy/db/queries/share-links";
import { endVisits, revokeWay, setWayExpiry } from "@understudy/db/queries/way-keys";
import { z } from "zod";
import { putIntoGroups } from "../access-group/put-into-groups.ts";
import { requireSources } from "../access-group/require-sources.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { authorize, useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import {
  ListShareLinksInput,
  ShareLink,
  ShareLinkPage,
  ShareLinkRef,
  UpdateShareLinkInput,
} from "./contract.ts";
import { readExpiry, readShareLink, readShareLinks, requireShareLink } from "./read-share-link.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

export const listShareLinks = useCase({
  permission: "launch.read",
  input: ListShareLinksInput,
  output: ShareLinkPage,
  run: async (ctx, { cursor, limit, twinId }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    const links = await ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      const rows = await queries.listShareLinks(tx, { twinId, after, limit: limit + 1 });
      return readShareLinks(ctx, tx, rows);
    });
    const position = ({ createdAt, id }: ShareLink) => [createdAt, id];
    return toPage(links, limit, { read: (link) => link, position });
  },
});

export const getShareLink = useCase({
  permission: "launch.read",
  input: ShareLinkRef,
  output: ShareLink,
  run: (ctx, { shareLinkId }) => ctx.transaction((tx) => readShareLink(ctx, tx, shareLinkId)),
});

/** Another password is asked of those who are in already, too. */
export const updateShareLink = useCase({
  permission: "launch.write",
  input: UpdateShareLinkInput,
  output: ShareLink,
  run: async (ctx, { shareLinkId, password, expiresAt: end, ...input }) => {
    const { accessGroupIds, sourceIds: scopeSourceIds, ...given } = input;
    if (accessGroupIds) await authorize(ctx, "accessGroup.write");
    const expiresAt = readExpiry(end);
    const passwordHash = password && (await ctx.ports.passwords.hash(password));
    return ctx.transaction(async (tx) => {
      const { twinId } = await requireShareLink(tx, shareLinkId);
      await requireSources(tx, twinId, scopeSourceIds ?? null);
      const way = { kind: "link", id: shareLinkId } as const;
      if (accessGroupIds) await putIntoGroups(tx, way, { twinId, accessGroupIds });
      if (end !== undefined) await setWayExpiry(tx, { shareLinkId }, expiresAt);
      if (password !== undefined) await endVisits(tx, { shareLinkId });
      const changes = { ...given, passwordHash, scopeSourceIds };
      await queries.updateShareLink(tx, { shareLinkId, changes });
      const subject = { subjectKind: "shareLink", subjectId: shareLinkId };
      await ctx.audit(tx, { action: "shareLink.update", ...subject });
      return readShareLink(ctx, tx, shareLinkId);
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
      const link = await readShareLink(ctx, tx, shareLinkId);
      await revokeWay(tx, { shareLinkId });
      const subject = { subjectKind: "shareLink", subjectId: shareLinkId };
      await ctx.audit(tx, { action: "shareLink.revoke", ...subject });
      return link;
    }),
});
