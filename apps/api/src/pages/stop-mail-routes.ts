import { stopMail } from "@understudy/core/follow-up/stop-mail";
import { stopMailPage, stoppedMailPage } from "./stop-mail-page.ts";
import { stopRoute } from "./stop-route.ts";

/** For whoever asked, and hears of answers. */
export function stopMailRoutes() {
  return stopRoute({
    path: "/no-more-mail",
    stop: stopMail.run,
    ask: stopMailPage,
    confirm: stoppedMailPage,
  });
}
