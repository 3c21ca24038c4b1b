import { listAccessGroups } from "@understudy/db/queries/access-groups";
import { findImported } from "@understudy/db/queries/import-visitors";
import type { PersonRow as KnownPerson } from "@understudy/db/queries/list-visitors";
import { listGroupsOfPeople } from "@understudy/db/queries/visitor-groups";
import type { TenantTx } from "@understudy/db/scope";
import type { ImportProblem } from "./contract.ts";
import { type PersonRow, problemOf } from "./read-person-rows.ts";

export interface Judged {
  row: PersonRow;
  /** Undefined: nobody yet. */
  known: KnownPerson | undefined;
  addGroupIds: string[];
  changes: { name?: string; email?: string; note?: string; tags?: string[]; externalId?: string };
  effect: "create" | "update" | "unchanged";
}

const MOST_TAGS = 20;

/** What each row would do now; rows that name groups there are not are among the problems. */
export async function judgeRows(
  tx: TenantTx,
  { twinId, rows }: { twinId: string; rows: readonly PersonRow[] },
): Promise<{ judged: Judged[]; problems: ImportProblem[] }> {
  const groups = await listAccessGroups(tx, twinId);
  const idOf = new Map(groups.map(({ id, name }) => [name.toLowerCase(), id]));
  const isKnown = ({ groups: named }: PersonRow) =>
    named.every((name) => idOf.has(name.toLowerCase()));
  const good = rows.filter(isKnown);
  const found = await findImported(tx, { twinId, rows: good });
  const visitorIds = found.map(({ id }) => id);
  const present = await listGroupsOfPeople(tx, { twinId, visitorIds });
  const judged = good.map((row) => {
    const known = found.find((person) => isSame(person, row));
    const own = present.filter(({ visitorId, isByName }) => isByName && visitorId === known?.id);
    const wanted = row.groups.map((name) => idOf.get(name.toLowerCase())!);
    const addGroupIds = wanted.filter((id) => !own.some(({ groupId }) => groupId === id));
    const changes = changesOf(row, known);
    const isSameAsBefore = Object.keys(changes).length === 0 && addGroupIds.length === 0;
    const effect = known ? (isSameAsBefore ? "unchanged" : "update") : "create";
    return { row, known, addGroupIds, changes, effect } as const;
  });
  const bad = rows.filter((row) => !isKnown(row));
  return {
    judged,
    problems: bad.map(({ line }) => problemOf(line, "audience.no_such_group")),
  };
}

function isSame(person: KnownPerson, { externalId, email }: PersonRow): boolean {
  if (externalId) return person.externalId === externalId;
  return person.source === "import" && person.email?.toLowerCase() === email;
}

/** What someone has proved to be is not overwritten; tags add up. */
function changesOf(row: PersonRow, known: KnownPerson | undefined): Judged["changes"] {
  const { name, email, note, tags, externalId } = row;
  if (!known) {
    const given = Object.entries({ name, email, note, externalId });
    return {
      ...Object.fromEntries(given.filter(([, value]) => value !== "")),
      ...(tags.length > 0 && { tags }),
    };
  }
  const isProved = known.verifiedAt !== null;
  const all = [...new Set([...(known.tags ?? []), ...tags])].slice(0, MOST_TAGS);
  return {
    ...(name && !isProved && name !== known.name && { name }),
    ...(email && !isProved && email !== known.email && { email }),
    ...(note && note !== known.note && { note }),
    ...(all.length > (known.tags?.length ?? 0) && { tags: all }),
  };
}
