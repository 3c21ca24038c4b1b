import { useSuspenseQueries } from "@tanstack/react-query";
import { usePeriod } from "#features/analytics/use-period.ts";
import { SourcePanel } from "#features/sources/source-panel.tsx";
import { TwinMark } from "#features/twins/twin-mark.tsx";
import { useTwin } from "#features/twins/use-twin.ts";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { PageHead } from "#ui/page.tsx";
import { AskBox } from "./ask-box.tsx";
import { BecameBetter } from "./became-better.tsx";
import { LatelyAsked } from "./lately-asked.tsx";
import { LatelyHappened } from "./lately-happened.tsx";
import { LatelyTaught } from "./lately-taught.tsx";
import { NeedsYou } from "./needs-you.tsx";

const SHOWN = 5;

/** What happened, what needs the owner now, and what became better. */
export function HomePage() {
  const twin = useTwin();
  usePageTitle(twin.name);
  const trpc = useTRPC();
  const twinId = twin.id;
  const { range: _, ...period } = usePeriod({ range: "7d" });
  const [home, overview, sources, conversations] = useSuspenseQueries({
    queries: [
      trpc.home.get.queryOptions({ twinId }),
      trpc.analytics.overview.queryOptions({ twinId, ...period }),
      trpc.source.list.queryOptions({ twinId, limit: SHOWN }),
      trpc.conversation.list.queryOptions({ twinId, limit: SHOWN }),
    ],
  });
  const { needs, progress } = home.data;
  const { current, previous } = overview.data;
  return (
    <div className="flex h-full min-h-0">
      <div className="min-w-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-3xl pb-10">
          <PageHead mark={<TwinMark twin={twin} />} title={twin.name} detail={twin.headline} />
          <div className="grid grid-cols-1 gap-8 px-6 max-md:px-4">
            <AskBox twin={twin} />
            <NeedsYou twinId={twinId} twinName={twin.name} needs={needs} />
            <LatelyHappened
              twinId={twinId}
              current={current.figures}
              previous={previous?.figures ?? null}
              behind={{ from: period.from, to: period.to }}
            />
            {progress && <BecameBetter twinId={twinId} progress={progress} />}
            <LatelyAsked twinId={twinId} conversations={conversations.data.items} />
            <LatelyTaught twinId={twinId} sources={sources.data.items} />
          </div>
        </div>
      </div>
      <SourcePanel twinId={twinId} />
    </div>
  );
}
