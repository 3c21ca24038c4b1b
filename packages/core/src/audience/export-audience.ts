import { countVisitors, listVisitorsByAge } from "@understudy/db/queries/list-visitors";
import { stringify } from "csv-stringify/sync";
import type { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { authorize, useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { AudienceExport, type AudienceVisitor, ExportAudienceInput } from "./contract.ts";
import { readPeople } from "./read-people.ts";

const COUNTED = 1_000;
const PEOPLE_AT_ONCE = 200;
const COLUMNS = [
  ...["visitorId", "name", "email", "externalId", "verified", "source", "tags", "groups", "note"],
  ...["firstSeenAt", "lastSeenAt", "conversations", "messages", "blockedAt", "blockedReason"],
  ...["consentAt", "consentText", "consentChannel", "consentWay", "consentOrigin"],
];

/** Where the people of a selection can be fetched as a table, however many there are. */
export const exportAudience = useCase({
  permission: "audience.read",
  input: ExportAudienceInput,
  output: AudienceExport,
  run: (ctx, input) =>
    ctx.transaction(async (tx) => {
      const { twinId } = input;
      await requireTwin(tx, twinId);
      const visitors = await countVisitors(tx, { ...input, most: COUNTED });
      await ctx.audit(tx, { action: "audience.export", subjectKind: "twin", subjectId: twinId });
      const q = encodeURIComponent(JSON.stringify(input));
      return { visitors, url: `/api/audience/export?q=${q}` };
    }),
});

/** A line a person, the first who came first; no transaction lasts longer than one part. */
export async function* streamAudience(
  ctx: Context,
  filter: z.output<typeof ExportAudienceInput>,
): AsyncGenerator<{ text: string }> {
  await authorize(ctx, "audience.read");
  await ctx.transaction((tx) => requireTwin(tx, filter.twinId));
  yield { text: stringify([COLUMNS]) };
  let afterId: string | null = null;
  for (;;) {
    const page: { afterId: string | null; limit: number } = { afterId, limit: PEOPLE_AT_ONCE };
    const { rows, people } = await ctx.transaction(async (tx) => {
      const rows = await listVisitorsByAge(tx, { ...filter, ...page });
      return { rows, people: await readPeople(tx, rows) };
    });
    const lines = people.map((person, i) => lineOf(person, rows[i]!));
    const text = stringify(lines, { columns: COLUMNS, escape_formulas: true });
    if (lines.length > 0) yield { text };
    if (rows.length < PEOPLE_AT_ONCE) return;
    afterId = rows.at(-1)!.id;
  }
}

type Row = Awaited<ReturnType<typeof listVisitorsByAge>>[number];

/** Groups are those by name, as an import takes them. In a table no cell is taken for a formula by what opens it. */
function lineOf({ id: visitorId, figures, groups, ...person }: AudienceVisitor, row: Row) {
  const { channel, way, origin } = row.consentPlace ?? {};
  return {
    ...person,
    visitorId,
    verified: person.isVerified ? "yes" : "",
    tags: person.tags.join(", "),
    groups: groups
      .filter(({ isByName }) => isByName)
      .map(({ name }) => name)
      .join(", "),
    note: row.note,
    conversations: figures.conversations,
    messages: figures.messages,
    consentAt: row.consentAt?.toISOString(),
    consentText: row.consentText,
    consentChannel: channel,
    consentWay: way,
    consentOrigin: origin,
  };
}
