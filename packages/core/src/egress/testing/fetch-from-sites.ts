import { afterEach } from "vitest";
import { type EgressOptions, openEgress } from "../open-egress.ts";
import { type Site, startSite } from "./start-site.ts";

export const MEGABYTE = 1_048_576;

/** A site that ends with the test. */
export const site: typeof startSite = async (...args) => {
  const started = await startSite(...args);
  running.push(started);
  return started;
};

const running: Site[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one[Symbol.asyncDispose]();
});

/** A site of one page. */
export const page = (text: string) =>
  site((_, reply) => reply.setHeader("content-type", "text/html").end(text));

/** With these exceptions and no others. */
export function fetchFrom(url: string, allow: string[], options: Partial<EgressOptions> = {}) {
  const egress = openEgress({ maxBytes: MEGABYTE, ...options, allow: new Set(allow) });
  return egress.fetchUrl(url, { signal: new AbortController().signal });
}
