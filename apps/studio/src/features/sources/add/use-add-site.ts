import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { isListing } from "./added-kinds.ts";
import { readAddresses } from "./read-addresses.ts";
import { useAdded } from "./use-added.ts";

export type SiteWay = "links" | "sitemap" | "list";

export interface Bounds {
  maxPages: number;
  /** How many links away from the first page. */
  maxDepth: number;
  /** Only pages whose path begins so; empty for all. */
  pathPrefix: string;
}

const BOUNDS: Bounds = { maxPages: 200, maxDepth: 5, pathPrefix: "" };

/** What is chosen for a site, and the call that goes with it. */
export function useAddSite({
  twinId,
  address: url,
  onDone,
}: {
  twinId: string;
  address: string;
  onDone: () => void;
}) {
  const trpc = useTRPC();
  const onSuccess = useAdded(onDone);
  const [chosenWay, setWay] = useState<SiteWay>();
  const [list, setList] = useState("");
  const [bounds, setBounds] = useState(BOUNDS);
  const told = { meta: { inline: true }, onSuccess };
  const crawl = useMutation(trpc.source.crawl.mutationOptions(told));
  const sitemap = useMutation(trpc.source.addSitemap.mutationOptions(told));
  const way = chosenWay ?? (isListing(url) ? "sitemap" : "links");
  const { maxPages, maxDepth, pathPrefix } = bounds;
  const add = () => {
    if (way === "links") {
      crawl.mutate({ twinId, url, maxPages, maxDepth, ...(pathPrefix && { pathPrefix }) });
    } else if (way === "sitemap") sitemap.mutate({ twinId, url, maxPages });
    else sitemap.mutate({ twinId, urls: readAddresses(list), maxPages });
  };
  return {
    way,
    setWay,
    list,
    setList,
    bounds,
    setBounds,
    add,
    isPending: crawl.isPending || sitemap.isPending,
    error: crawl.error ?? sitemap.error,
  };
}
