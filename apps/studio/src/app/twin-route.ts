import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { studioRoute } from "./workspace-routes.ts";

export const twinRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: "twins/$twinId",
  component: lazyRouteComponent(() => import("#features/twins/twin-frame.tsx"), "TwinFrame"),
});
