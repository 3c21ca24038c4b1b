import {
  countVisitors,
  listVisitors,
  listVisitorTags,
  type PersonRow,
} from "@understudy/db/queries/list-visitors";
import { z } from "zod";
import { requireGroups } from "../access-group/visibility.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { AudiencePage, ListAudienceInput } from "./contract.ts";
import { readPeople } from "./read-people.ts";

const COUNTED = 1_000;
const POSITIONS = {
  lastSeen: z.tuple([z.iso.datetime(), z.uuid()]),
  messages: z.tuple([z.int(), z.uuid()]),
};

/** Who talks to a twin: the last seen, or those who ask most, first. */
export const listAudience = useCase({
  permission: "audience.read",
  input: ListAudienceInput,
  output: AudiencePage,
  run: async (ctx, { cursor, limit, sort, ...filter }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, POSITIONS[sort]);
    const { twinId, accessGroupId } = filter;
    return ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      if (accessGroupId) await requireGroups(tx, twinId, [accessGroupId]);
      const rows = await listVisitors(tx, { ...filter, sort, after, limit: limit + 1 });
      const position = ({ id, lastSeenAt, questionCount }: PersonRow) => [
        sort === "messages" ? questionCount : lastSeenAt.toISOString(),
        id,
      ];
      const page = toPage(rows, limit, { read: (row) => row, position });
      const isFirst = after === null;
      return {
        ...page,
        items: await readPeople(tx, page.items),
        count: isFirst ? await countVisitors(tx, { ...filter, most: COUNTED }) : null,
        tags: isFirst ? await listVisitorTags(tx, twinId) : null,
      };
    });
  },
});
