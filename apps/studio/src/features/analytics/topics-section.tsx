import { useQuery } from "@tanstack/react-query";
import { useTwin } from "#features/twins/use-twin.ts";
import { formatCount } from "#lib/format-count.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { useViewed } from "./analytics.ts";
import { FiguresTable } from "./figures-table.tsx";
import { Section } from "./section.tsx";

/** What people asked about, and how well that was answered. */
export function TopicsSection() {
  const twin = useTwin();
  const trpc = useTRPC();
  const { input, behind } = useViewed(twin.id);
  const { data } = useQuery(
    trpc.analytics.topics.queryOptions(input, { throwOnError: true, staleTime: 60_000 }),
  );
  return (
    <Section
      title="Asked about"
      detail={
        data && data.topics.length > 0
          ? `Found in ${formatCount(data.sampled)} questions, named by the words that tell them apart; a question can be of two.`
          : undefined
      }
    >
      {!data && <Skeleton className="h-24" />}
      {data && (
        <FiguresTable
          heading="Topic"
          rows={data.topics.map(({ name, words, examples, current, previous }) => ({
            id: name,
            twinId: twin.id,
            name,
            detail: examples[0],
            current,
            previous,
            behind: { ...behind, topic: words.join(" ") },
          }))}
        />
      )}
    </Section>
  );
}
