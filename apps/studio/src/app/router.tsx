import type { QueryClient } from "@tanstack/react-query";
import { createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { readBeliefsSearch } from "./beliefs-search.ts";
import { readExplorerSearch } from "./explorer-search.ts";
import { readGovernanceSearch } from "./governance-search.ts";
import { readHealthSearch } from "./health-search.ts";
import { readIndexSearch } from "./index-search.ts";
import { launchRoutes } from "./launch-routes.ts";
import { NotFound } from "./not-found.tsx";
import { analyticsRoute, audienceRoute, conversationsRoute } from "./operate-routes.ts";
import { readPanelSearch } from "./panel-search.ts";
import { releasesRoute, runRoute, runsRoute, testsRoute } from "./prove-routes.ts";
import { readQuestionsSearch } from "./questions-search.ts";
import {
  forgotPasswordRoute,
  inviteRoute,
  resetPasswordRoute,
  rootRoute,
  signInRoute,
  signUpRoute,
} from "./root-routes.ts";
import { RouteFailure } from "./route-failure.tsx";
import { readSourcesSearch } from "./sources-search.ts";
import { twinRoute } from "./twin-route.ts";
import { readVerifiedSearch } from "./verified-search.ts";
import { readViewerSearch } from "./viewer-search.ts";
import {
  accountRoute,
  auditRoute,
  compareRoute,
  governanceRoute,
  jobsRoute,
  keysRoute,
  peopleRoute,
  privacyRoute,
  providersRoute,
  startRoute,
  statusRoute,
  studioRoute,
  twinsRoute,
  usageRoute,
  webhooksRoute,
  welcomeRoute,
} from "./workspace-routes.ts";

const homeRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "/",
  validateSearch: readPanelSearch,
  component: lazyRouteComponent(() => import("#features/home/home-page.tsx"), "HomePage"),
});

const sourcesRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "sources",
  validateSearch: readSourcesSearch,
  component: lazyRouteComponent(() => import("#features/sources/sources-page.tsx"), "SourcesPage"),
});

const viewerRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "sources/$sourceId",
  validateSearch: readViewerSearch,
  component: lazyRouteComponent(() => import("#features/viewer/viewer-page.tsx"), "ViewerPage"),
});

const explorerRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "explorer",
  validateSearch: readExplorerSearch,
  component: lazyRouteComponent(
    () => import("#features/explorer/explorer-page.tsx"),
    "ExplorerPage",
  ),
});

const indexRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "index",
  validateSearch: readIndexSearch,
  component: lazyRouteComponent(() => import("#features/index/index-page.tsx"), "IndexPage"),
});

const verifiedRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "verified",
  validateSearch: readVerifiedSearch,
  component: lazyRouteComponent(
    () => import("#features/verified/verified-page.tsx"),
    "VerifiedPage",
  ),
});

const beliefsRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "beliefs",
  validateSearch: readBeliefsSearch,
  component: lazyRouteComponent(() => import("#features/beliefs/beliefs-page.tsx"), "BeliefsPage"),
});

const healthRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "health",
  validateSearch: readHealthSearch,
  component: lazyRouteComponent(() => import("#features/health/health-page.tsx"), "HealthPage"),
});

const questionsRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "questions",
  validateSearch: readQuestionsSearch,
  component: lazyRouteComponent(
    () => import("#features/questions/questions-page.tsx"),
    "QuestionsPage",
  ),
});

const characterRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "character",
  validateSearch: readPanelSearch,
  component: lazyRouteComponent(
    () => import("#features/twins/character-page.tsx"),
    "CharacterPage",
  ),
});

const rulesRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "rules",
  validateSearch: readGovernanceSearch,
  component: lazyRouteComponent(
    () => import("#features/governance/twin-rules-page.tsx"),
    "TwinRulesPage",
  ),
});

const chatRoute = createRoute({
  getParentRoute: () => twinRoute,
  path: "chat",
  validateSearch: readPanelSearch,
  component: lazyRouteComponent(() => import("#features/chat/chat-page.tsx"), "ChatPage"),
});

const newChatRoute = createRoute({
  getParentRoute: () => chatRoute,
  path: "/",
  component: lazyRouteComponent(() => import("#features/chat/new-chat.tsx"), "NewChat"),
});

const conversationRoute = createRoute({
  getParentRoute: () => chatRoute,
  path: "$conversationId",
  component: lazyRouteComponent(() => import("#features/chat/conversation.tsx"), "Conversation"),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  signUpRoute,
  forgotPasswordRoute,
  resetPasswordRoute,
  inviteRoute,
  studioRoute.addChildren([
    startRoute,
    welcomeRoute,
    twinsRoute,
    compareRoute,
    keysRoute,
    accountRoute,
    peopleRoute,
    providersRoute,
    governanceRoute,
    usageRoute,
    auditRoute,
    privacyRoute,
    statusRoute,
    webhooksRoute,
    jobsRoute,
    twinRoute.addChildren([
      homeRoute,
      sourcesRoute,
      viewerRoute,
      explorerRoute,
      indexRoute,
      verifiedRoute,
      testsRoute,
      runsRoute,
      runRoute,
      releasesRoute,
      beliefsRoute,
      healthRoute,
      conversationsRoute,
      analyticsRoute,
      questionsRoute,
      audienceRoute,
      characterRoute,
      rulesRoute,
      launchRoutes,
      chatRoute.addChildren([newChatRoute, conversationRoute]),
    ]),
  ]),
]);

export function createStudioRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: "intent",
    defaultPendingMs: 120,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: RouteFailure,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createStudioRouter>;
  }
}
