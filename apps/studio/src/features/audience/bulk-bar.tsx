import { useQuery } from "@tanstack/react-query";
import { Ban, Tag, UsersRound, X } from "lucide-react";
import { useState } from "react";
import { countOf, formatCount } from "#lib/format-count.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "#ui/menu.tsx";
import { OneFieldDialog } from "#ui/one-field-dialog.tsx";
import type { Person } from "./audience.ts";
import { BlockDialog } from "./block-dialog.tsx";
import { useMark } from "./use-mark.ts";

const COUNTED = 1_000;

/** What is done with those who are chosen; how many there are, while nobody is. */
export function BulkBar({
  twinId,
  people,
  count,
  tags,
  onClear,
}: {
  twinId: string;
  people: readonly Person[];
  count: number | null;
  tags: readonly string[];
  onClear: () => void;
}) {
  const [dialog, setDialog] = useState<"tag" | "block" | null>(null);
  const { mark, isPending } = useMark(twinId);
  const close = () => setDialog(null);
  const addTag = (tag: string) =>
    mark({
      people: people.filter((person) => !person.tags.includes(tag)),
      change: { addTags: [tag] },
      undo: { removeTags: [tag] },
      words: `Tagged #${tag}`,
    });
  const isAllBlocked = people.length > 0 && people.every(({ isBlocked }) => isBlocked);
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-2 px-6 pb-2 max-md:px-4">
      <p role="status" className="text-sm text-muted tabular-nums">
        {people.length > 0
          ? `${countOf(people.length, "person", "people")} chosen`
          : count !== null &&
            (count >= COUNTED
              ? `${formatCount(COUNTED)} people or more`
              : countOf(count, "person", "people"))}
      </p>
      {people.length > 0 && (
        <>
          <Menu
            align="start"
            trigger={
              <Button disabled={isPending}>
                <Tag aria-hidden />
                Tag
              </Button>
            }
          >
            {tags.slice(0, 12).map((tag) => (
              <MenuItem key={tag} onSelect={() => addTag(tag)}>
                #{tag}
              </MenuItem>
            ))}
            {tags.length > 0 && <MenuSeparator />}
            <MenuItem onSelect={() => setDialog("tag")}>Another tag…</MenuItem>
          </Menu>
          <GroupMenu twinId={twinId} people={people} />
          <Button disabled={isPending} onClick={() => setDialog("block")}>
            <Ban aria-hidden />
            {isAllBlocked ? "Unblock" : "Block"}
          </Button>
          <Button variant="ghost" onClick={onClear}>
            <X aria-hidden />
            Clear
          </Button>
        </>
      )}
      {dialog === "tag" && (
        <OneFieldDialog
          title="Tag them"
          label="Tag"
          action="Tag"
          input={{ maxLength: 40 }}
          mutation={{ error: null, isPending }}
          onSubmit={(tag) => {
            close();
            if (tag.trim()) addTag(tag.trim());
          }}
          onClose={close}
        />
      )}
      {dialog === "block" && (
        <BlockDialog
          twinId={twinId}
          people={people.filter(({ isBlocked }) => isBlocked === isAllBlocked)}
          isBlocking={!isAllBlocked}
          onClose={close}
        />
      )}
    </div>
  );
}

function GroupMenu({ twinId, people }: { twinId: string; people: readonly Person[] }) {
  const trpc = useTRPC();
  const groups = useQuery(trpc.accessGroup.list.queryOptions({ twinId }));
  const { mark, isPending } = useMark(twinId);
  const isIn = (person: Person, groupId: string) =>
    person.groups.some(({ id, isByName }) => id === groupId && isByName);
  const all = groups.data?.items ?? [];
  return (
    <Menu
      align="start"
      trigger={
        <Button disabled={isPending}>
          <UsersRound aria-hidden />
          Group
        </Button>
      }
    >
      {all.length === 0 && <MenuLabel>There are no access groups yet, under Launch.</MenuLabel>}
      {all.length > 0 && <MenuLabel>Put into</MenuLabel>}
      {all.map(({ id, name }) => (
        <MenuItem
          key={id}
          onSelect={() =>
            mark({
              people: people.filter((person) => !isIn(person, id)),
              change: { addAccessGroupIds: [id] },
              undo: { removeAccessGroupIds: [id] },
              words: `Put into ${name}`,
            })
          }
        >
          {name}
        </MenuItem>
      ))}
      {all.some(({ id }) => people.some((person) => isIn(person, id))) && (
        <MenuLabel>Take out of</MenuLabel>
      )}
      {all.map(({ id, name }) => {
        const members = people.filter((person) => isIn(person, id));
        if (members.length === 0) return null;
        return (
          <MenuItem
            key={id}
            onSelect={() =>
              mark({
                people: members,
                change: { removeAccessGroupIds: [id] },
                undo: { addAccessGroupIds: [id] },
                words: `Taken out of ${name}`,
              })
            }
          >
            {name}
          </MenuItem>
        );
      })}
    </Menu>
  );
}
