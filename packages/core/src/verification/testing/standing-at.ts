import { type Egress, openEgress } from "../../egress/open-egress.ts";
import { unreachable } from "../../egress/refusals.ts";
import type { Site } from "../../egress/testing/start-site.ts";

/** The one egress, to which a domain's port 80 is a site on loopback; nothing answers by https. */
export function standingAt(domain: string, site: Site, others: readonly string[] = []): Egress {
  const egress = openEgress({ allow: new Set([site.host, ...others]), maxBytes: 1_048_576 });
  return {
    ...egress,
    async fetchUrl(url, options) {
      if (url.startsWith("https:")) throw unreachable();
      const fetched = await egress.fetchUrl(url.replace(domain, site.host), options);
      return { ...fetched, url: fetched.url.replace(site.host, domain) };
    },
  };
}
