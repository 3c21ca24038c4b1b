import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { useSettled } from "./use-settled.ts";

const FRESH_MS = 60_000;

/** What adding an address would fetch, asked once it is typed to its end; nothing is kept of it. */
export function usePreflight({
  twinId,
  url,
  as,
}: {
  twinId: string;
  url: string;
  as: "page" | "sitemap" | "site" | "youtube";
}) {
  const trpc = useTRPC();
  const asked = useSettled(url.trim());
  const isAddress = /[^\s.]\.[^\s.]|localhost|\d/.test(asked);
  const { data, error, isFetching } = useQuery(
    trpc.source.preflight.queryOptions(
      { twinId, url: asked, as },
      { enabled: isAddress, retry: false, staleTime: FRESH_MS },
    ),
  );
  return {
    item: asked === url.trim() ? data?.items[0] : undefined,
    error,
    isLooking: url.trim() !== "" && (isFetching || asked !== url.trim()),
  };
}
