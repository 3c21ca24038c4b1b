import { compareTwins } from "@understudy/core/analytics/compare-twins";
import { getBreakdown } from "@understudy/core/analytics/get-breakdown";
import { getOverview } from "@understudy/core/analytics/get-overview";
import { getTimeseries } from "@understudy/core/analytics/get-timeseries";
import { listSourceFigures } from "@understudy/core/analytics/list-source-figures";
import { listTopics } from "@understudy/core/analytics/list-topics";
import { query, router } from "../trpc.ts";

export const analyticsRouter = router({
  overview: query(getOverview),
  timeseries: query(getTimeseries),
  breakdown: query(getBreakdown),
  topics: query(listTopics),
  sources: query(listSourceFigures),
  twins: query(compareTwins),
});
