import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { CheckField } from "../check-field.tsx";
import { CheckList } from "../groups/check-list.tsx";

/** Whether a link answers from some sources only, and from which. */
export function ScopeField({
  twinId,
  sourceIds,
  onChange,
}: {
  twinId: string;
  sourceIds: string[] | null;
  onChange: (sourceIds: string[] | null) => void;
}) {
  const trpc = useTRPC();
  const isBound = sourceIds !== null;
  const list = trpc.source.list.queryOptions({ twinId, limit: 100 });
  const sources = useQuery({ ...list, enabled: isBound });
  return (
    <>
      <CheckField
        label="Answer from some sources only"
        hint="With all that came with them. Beliefs, and verified answers of your own, are then left out."
        checked={isBound}
        onChange={(checked) => onChange(checked ? [] : null)}
      />
      {isBound && (
        <CheckList
          label="Sources"
          items={(sources.data?.items ?? []).map(({ id, title }) => ({ id, label: title }))}
          checked={sourceIds}
          empty={sources.isPending ? "Loading…" : "This twin has no sources yet."}
          onChange={onChange}
        />
      )}
    </>
  );
}
