import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readAnalyticsSearch } from "./analytics-search.ts";
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
