import { Button } from "#ui/button.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { type Version, VersionEntry, type VersionField } from "./version-entry.tsx";

export type { VersionField };

/** The part of an infinite query that is shown here. */
interface Versions<Item> {
  data?: { pages: readonly { items: readonly Item[] }[] };
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** What something has said, newest first, each with what it changed; an older one can be taken up again. */
export function VersionHistory<Item extends Version>({
  list,
  fields,
  current,
  isBusy,
  onRestore,
}: {
  list: Versions<Item>;
  fields: readonly VersionField<Item>[];
  current: number;
  isBusy: boolean;
  onRestore: (version: Item) => void;
}) {
  if (!list.data) return <Skeleton className="h-24" />;
  const versions = list.data.pages.flatMap((page) => page.items);
  return (
    <>
      <ol className="grid grid-cols-1 gap-3">
        {versions.map((version, at) => (
          <VersionEntry
            key={version.number}
            version={version}
            before={versions[at + 1]}
            fields={fields}
            isCurrent={version.number === current}
            isBusy={isBusy}
            onRestore={() => onRestore(version)}
          />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button
          className="mt-3"
          disabled={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          Show older
        </Button>
      )}
    </>
  );
}
