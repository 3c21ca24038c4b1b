import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { Link2, Plus } from "lucide-react";
import { useState } from "react";
import { useTwin } from "#features/twins/use-twin.ts";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ShowMore } from "#ui/show-more.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { LinksTable } from "./links-table.tsx";

export function ShareLinksPage() {
  const twin = useTwin();
  usePageTitle("Share links", twin.name);
  const trpc = useTRPC();
  const [isMaking, setIsMaking] = useState(false);
  const list = useSuspenseInfiniteQuery(
    trpc.shareLink.list.infiniteQueryOptions({ twinId: twin.id }, { getNextPageParam }),
  );
  const links = list.data.pages.flatMap((page) => page.items);
  const make = (
    <Button variant="primary" onClick={() => setIsMaking(true)}>
      <Plus aria-hidden />
      New link
    </Button>
  );
  return (
    <>
      {links.length > 0 ? (
        <>
          <div className="flex justify-end px-6 py-3 max-md:px-4">{make}</div>
          <LinksTable links={links} />
        </>
      ) : (
        <EmptyState
          icon={<Link2 />}
          title="Let some people in"
          action={make}
          example="For example the participants of a course, until it is over."
        >
          A link opens the twin for whoever has it, with a password, an end and a limit if you want,
          and can be taken back at any time.
        </EmptyState>
      )}
      <ShowMore list={list} />
      {isMaking && <LinkDialog twinId={twin.id} onClose={() => setIsMaking(false)} />}
    </>
  );
}
