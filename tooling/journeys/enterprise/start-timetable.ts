import { type Site, startSite } from "@understudy/core/egress/testing/start-site";

/** A page of somebody's, which a twin is kept in step with. */
export function startTimetable(): Promise<Site> {
  return startSite((_, reply) => {
    reply.setHeader("content-type", "text/html");
    reply.end(`<html><head><title>Ferry times</title></head><body><article>
      <h1>Ferry times</h1><p>The ferry to Kereva leaves at nine in the morning and at four in the
      afternoon, every day but Sunday. On Sundays it leaves at ten.</p></article></body></html>`);
  });
}
