import { useSuspenseQueries } from "@tanstack/react-query";
import { SourcePanel } from "#features/sources/source-panel.tsx";
import { useTwin } from "#features/twins/use-twin.ts";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { PageHead } from "#ui/page.tsx";
import { AskBox } from "./ask-box.tsx";
import { LatelyAsked } from "./lately-asked.tsx";
import { LatelyTaught } from "./lately-taught.tsx";
import { NeedsYou } from "./needs-you.tsx";

const SHOWN = 6;

/** What needs the owner now, a question to ask, and what happened last. */
export function HomePage() {
  const twin = useTwin();
  usePageTitle(twin.name);
  const trpc = useTRPC();
  const twinId = twin.id;
  const [failed, sources, conversations, standing] = useSuspenseQueries({
    queries: [
      trpc.source.list.queryOptions({ twinId, status: "failed", limit: SHOWN }),
      trpc.source.list.queryOptions({ twinId, limit: SHOWN }),
      trpc.conversation.list.queryOptions({ twinId, limit: SHOWN }),
      trpc.quality.standing.queryOptions({ twinId }),
    ],
  });
  return (
    <div className="flex h-full min-h-0">
      <div className="min-w-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-3xl pb-10">
          <PageHead title={twin.name} detail={twin.headline} />
          <div className="grid grid-cols-1 gap-8 px-6 max-md:px-4">
            <AskBox twin={twin} />
            <NeedsYou twin={twin} failed={failed.data.items} worse={standing.data.notice} />
            <LatelyTaught twinId={twinId} sources={sources.data.items} />
            <LatelyAsked twinId={twinId} conversations={conversations.data.items} />
          </div>
        </div>
      </div>
      <SourcePanel twinId={twinId} />
    </div>
  );
}
