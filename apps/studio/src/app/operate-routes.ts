import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readAnalyticsSearch } from "./analytics-search.ts";
import { readAudienceSearch } from "./audience-search.ts";
import { readConversationsSearch } from "./conversations-search.ts";
import { twinRoute } from "./twin-route.ts";

export const conversationsRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "conversations",
  validateSearch: readConversationsSearch,
  component: lazyRouteComponent(
    () => import("#features/conversations/conversations-page.tsx"),
    "ConversationsPage",
  ),
});

export const analyticsRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "analytics",
  validateSearch: readAnalyticsSearch,
  component: lazyRouteComponent(
    () => import("#features/analytics/analytics-page.tsx"),
    "AnalyticsPage",
  ),
});

export const audienceRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "audience",
  validateSearch: readAudienceSearch,
  component: lazyRouteComponent(
    () => import("#features/audience/audience-page.tsx"),
    "AudiencePage",
  ),
});
