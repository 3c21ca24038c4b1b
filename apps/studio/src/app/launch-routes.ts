import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readApiSearch } from "./api-search.ts";
import { readGroupsSearch } from "./groups-search.ts";
import { twinRoute } from "./twin-route.ts";

const launchRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "launch",
  component: lazyRouteComponent(() => import("#features/launch/launch-frame.tsx"), "LaunchFrame"),
});

const publicPageRoute = createRoute({
  getParentRoute: () => launchRoute,
  path: "/",
  component: lazyRouteComponent(
    () => import("#features/launch/public-page-page.tsx"),
    "PublicPagePage",
  ),
});

const shareLinksRoute = createRoute({
  getParentRoute: () => launchRoute,
  path: "links",
  component: lazyRouteComponent(
    () => import("#features/launch/links/share-links-page.tsx"),
    "ShareLinksPage",
  ),
});

const widgetRoute = createRoute({
  getParentRoute: () => launchRoute,
  path: "widget",
  validateSearch: ({ widget }: Record<string, unknown>): { widget?: string } =>
    typeof widget === "string" ? { widget } : {},
  component: lazyRouteComponent(
    () => import("#features/launch/widget/widget-page.tsx"),
    "WidgetPage",
  ),
});

const groupsRoute = createRoute({
  getParentRoute: () => launchRoute,
  path: "groups",
  validateSearch: readGroupsSearch,
  component: lazyRouteComponent(
    () => import("#features/launch/groups/groups-page.tsx"),
    "GroupsPage",
  ),
});

const verificationRoute = createRoute({
  getParentRoute: () => launchRoute,
  path: "verification",
  component: lazyRouteComponent(
    () => import("#features/launch/verification/verification-page.tsx"),
    "VerificationPage",
  ),
});

const apiRoute = createRoute({
  getParentRoute: () => launchRoute,
  path: "api",
  validateSearch: readApiSearch,
  component: lazyRouteComponent(() => import("#features/launch/api/api-page.tsx"), "ApiPage"),
});

export const launchRoutes = launchRoute.addChildren([
  publicPageRoute,
  shareLinksRoute,
  widgetRoute,
  groupsRoute,
  verificationRoute,
  apiRoute,
]);
