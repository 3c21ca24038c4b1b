import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";

/** For which twins; none chosen means all of them. */
export function KeyTwinsField({
  twinIds,
  onChange,
}: {
  twinIds: readonly string[];
  onChange: (twinIds: string[]) => void;
}) {
  const trpc = useTRPC();
  const { items } = useSuspenseQuery(trpc.twin.list.queryOptions({ limit: 100 })).data;
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">For these twins only</legend>
      <div className="grid max-h-40 gap-1 overflow-y-auto rounded-md border border-line p-2">
        {items.map(({ id, name }) => (
          <label key={id} className="flex min-h-6 items-center gap-2 text-sm">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={twinIds.includes(id)}
              onChange={({ target }) =>
                onChange(target.checked ? [...twinIds, id] : twinIds.filter((each) => each !== id))
              }
            />
            {name}
          </label>
        ))}
      </div>
      <p className="text-sm text-muted">Without a choice it is for all of them, new ones too.</p>
    </fieldset>
  );
}
