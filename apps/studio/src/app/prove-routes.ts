import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readReleasesSearch, readRunSearch, readTestsSearch } from "./quality-search.ts";
import { twinRoute } from "./twin-route.ts";

export const testsRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "tests",
  validateSearch: readTestsSearch,
  component: lazyRouteComponent(() => import("#features/quality/tests-page.tsx"), "TestsPage"),
});

export const runsRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "runs",
  component: lazyRouteComponent(() => import("#features/quality/runs-page.tsx"), "RunsPage"),
});

export const runRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "runs/$runId",
  validateSearch: readRunSearch,
  component: lazyRouteComponent(() => import("#features/quality/run-page.tsx"), "RunPage"),
});

export const releasesRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "releases",
  validateSearch: readReleasesSearch,
  component: lazyRouteComponent(
    () => import("#features/releases/releases-page.tsx"),
    "ReleasesPage",
  ),
});
