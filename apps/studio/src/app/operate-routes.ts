import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
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
