import { listJobLogs } from "../../job/jobs.ts";
import { searchKnowledge } from "../../knowledge/search-knowledge.ts";
import { addUrl } from "../add-url.ts";
import { resyncSource } from "../resync-source.ts";
import { getSource } from "../sources.ts";
import type { ServedPage, SiteWorld } from "./open-site-world.ts";

/** What tests do with the pages of a site, one at a time. */
export function pageSteps({ world, tenant, owner, twinId, site, pages }: SiteWorld) {
  const add = (path: string) => addUrl.run(owner, { twinId, url: `${site.url}${path}` });
  const get = (sourceId: string) => getSource.run(owner, { sourceId });
  return {
    add,
    get,
    /** Serves the page, adds it, and runs what that asks for. */
    async addLive(path: string, page: ServedPage) {
      pages.set(path, page);
      const { id } = await add(path);
      await world.runJobs(tenant);
      return get(id);
    },
    async resync(sourceId: string) {
      const started = await resyncSource.run(owner, { sourceId });
      await world.runJobs(tenant);
      return { started, ended: await get(sourceId) };
    },
    /** The text of the best passage. */
    async found(query: string) {
      const { passages } = await searchKnowledge.run(owner, { twinId, query, limit: 5 });
      return passages[0]?.text ?? "";
    },
    /** The log of a job. */
    async lines(jobId: string | null) {
      const { items } = await listJobLogs.run(owner, { jobId: jobId ?? "", limit: 100 });
      return items.map(({ message }) => message).join("\n");
    },
  };
}
