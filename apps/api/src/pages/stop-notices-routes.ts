import { stopNotices } from "@understudy/core/notice/stop-notices";
import { stopNoticesPage, stoppedNoticesPage } from "./stop-notices-page.ts";
import { stopRoute } from "./stop-route.ts";

/** For members, and the kind of notice that the mail is of. */
export function stopNoticesRoutes() {
  return stopRoute({
    path: "/no-more-notices",
    stop: stopNotices.run,
    ask: stopNoticesPage,
    confirm: stoppedNoticesPage,
  });
}
