import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readPeriodSearch } from "./analytics-search.ts";
import { readAuditSearch } from "./audit-search.ts";
import { readGovernanceSearch } from "./governance-search.ts";
import { readJobsSearch } from "./jobs-search.ts";
import { requirePerson } from "./require-person.ts";
import { rootRoute } from "./root-routes.ts";
import { readStatusSearch } from "./status-search.ts";

export const studioRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "studio",
  beforeLoad: requirePerson,
  component: lazyRouteComponent(() => import("./shell/shell.tsx"), "Shell"),
});

export const startRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: "/",
  component: lazyRouteComponent(() => import("#features/home/start-page.tsx"), "StartPage"),
});

export const welcomeRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: "welcome",
  validateSearch: (search: Record<string, unknown>): { twin?: string } =>
    typeof search.twin === "string" ? { twin: search.twin } : {},
  component: lazyRouteComponent(() => import("#features/home/welcome-page.tsx"), "WelcomePage"),
});

export const twinsRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: "twins",
  validateSearch: (search: Record<string, unknown>): { archived?: true; new?: true } => ({
    ...(search.archived === true && { archived: true }),
    ...(search.new === true && { new: true }),
  }),
  component: lazyRouteComponent(() => import("#features/twins/twins-page.tsx"), "TwinsPage"),
});

export const keysRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: "settings/keys",
  component: lazyRouteComponent(() => import("#features/settings/keys-page.tsx"), "KeysPage"),
});

export const providersRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: "settings/providers",
  component: lazyRouteComponent(
    () => import("#features/providers/providers-page.tsx"),
    "ProvidersPage",
  ),
});

export const webhooksRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: "settings/webhooks",
  validateSearch: ({ webhook }: Record<string, unknown>): { webhook?: string } =>
    typeof webhook === "string" ? { webhook } : {},
  component: lazyRouteComponent(
    () => import("#features/webhooks/webhooks-page.tsx"),
    "WebhooksPage",
  ),
});

export const accountRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: "account",
  component: lazyRouteComponent(() => import("#features/account/account-page.tsx"), "AccountPage"),
});

export const peopleRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: "settings/people",
  component: lazyRouteComponent(() => import("#features/people/people-page.tsx"), "PeoplePage"),
});

export const privacyRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: "settings/privacy",
  component: lazyRouteComponent(() => import("#features/privacy/privacy-page.tsx"), "PrivacyPage"),
});

export const auditRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: "settings/audit",
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import("#features/audit/audit-page.tsx"), "AuditPage"),
});

export const usageRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: "settings/usage",
  /** Whose limits are being set. */
  validateSearch: ({ set }: Record<string, unknown>): { set?: string } =>
    typeof set === "string" ? { set } : {},
  component: lazyRouteComponent(() => import("#features/usage/usage-page.tsx"), "UsagePage"),
});

export const compareRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: "compare",
  validateSearch: readPeriodSearch,
  component: lazyRouteComponent(
    () => import("#features/analytics/compare-page.tsx"),
    "ComparePage",
  ),
});

export const governanceRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: "settings/governance",
  validateSearch: readGovernanceSearch,
  component: lazyRouteComponent(
    () => import("#features/governance/governance-page.tsx"),
    "GovernancePage",
  ),
});

export const jobsRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: "jobs",
  validateSearch: readJobsSearch,
  component: lazyRouteComponent(() => import("#features/jobs/jobs-page.tsx"), "JobsPage"),
});

export const statusRoute = createRoute({
  getParentRoute: () => studioRoute,
  path: "settings/status",
  validateSearch: readStatusSearch,
  component: lazyRouteComponent(() => import("#features/status/status-page.tsx"), "StatusPage"),
});
