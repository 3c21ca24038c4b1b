import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { Select } from "#ui/select.tsx";
import type { Expectation } from "./quality.ts";

type CitesSource = Extract<Expectation, { kind: "cites_source" }>;

export function ChooseSource({
  twinId,
  chosen,
  onChoose,
}: {
  twinId: string;
  chosen: CitesSource;
  onChoose: (chosen: CitesSource) => void;
}) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.source.list.queryOptions({ twinId, limit: 100 }));
  const sources = (data?.items ?? []).map(({ id, title }) => ({ id, title }));
  const isListed = sources.some(({ id }) => id === chosen.sourceId);
  const offered =
    chosen.sourceId && !isListed
      ? [{ id: chosen.sourceId, title: chosen.sourceTitle }, ...sources]
      : sources;
  const choose = (sourceId: string) => {
    const sourceTitle = offered.find(({ id }) => id === sourceId)?.title ?? "";
    onChoose({ kind: "cites_source", sourceId, sourceTitle });
  };
  return (
    <Select
      aria-label="Source"
      className="w-full"
      value={chosen.sourceId}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="" disabled>
        Choose a source
      </option>
      {offered.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </Select>
  );
}
