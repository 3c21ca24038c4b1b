import { Hono } from "hono";
import { mcpRoutes } from "../mcp/mcp-routes.ts";
import { openAiRoutes } from "../openai/openai-routes.ts";
import { pageRoutes } from "../pages/page-routes.ts";
import { previewRoutes } from "../pages/preview-routes.ts";
import { stopMailRoutes } from "../pages/stop-mail-routes.ts";
import { stopNoticesRoutes } from "../pages/stop-notices-routes.ts";
import { widgetRoutes } from "../pages/widget-routes.ts";
import type { Resources } from "../resources.ts";
import { authRoutes } from "./auth-routes.ts";
import { bundleRoute } from "./bundle-route.ts";
import { crossOrigin } from "./cross-origin.ts";
import { describeRequest } from "./describe-request.ts";
import { downloadRoute } from "./download-route.ts";
import { exportRoute } from "./export-route.ts";
import { healthRoutes } from "./health-routes.ts";
import type { HttpEnv } from "./http-env.ts";
import { messageRoute } from "./message-route.ts";
import { metricsRoute } from "./metrics-route.ts";
import { PROGRAM_PATHS, refuseUnknownRoute } from "./not-found.ts";
import { replaceRoute } from "./replace-route.ts";
import { replyError } from "./reply-error.ts";
import { sameOrigin } from "./same-origin.ts";
import { securityHeaders } from "./security-headers.ts";
import { serveStudio } from "./serve-studio.ts";
import { sourceFileRoute } from "./source-file-route.ts";
import { trpcRoute } from "./trpc-route.ts";
import { uploadRoute } from "./upload-route.ts";

export interface AppOptions {
  appUrl: URL;
  studioDir: string;
  widgetDir: string;
}

/** Every door of `serve`, in the order in which a request meets them. */
export function createApp(resources: Resources, { appUrl, ...dirs }: AppOptions): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.onError(replyError);
  const ownOrigins = [appUrl.origin, resources.ports.publicUrl];
  app.use(describeRequest(resources, ownOrigins));
  app.use(securityHeaders({ https: appUrl.protocol === "https:" }));
  app.route("/", healthRoutes(resources.readiness));
  app.route("/", metricsRoute(resources, resources.env.METRICS_TOKEN));
  app.use(crossOrigin(resources.env.CORS_ORIGINS, ownOrigins));
  app.use(sameOrigin(ownOrigins));
  app.route("/", authRoutes(resources));
  app.route("/", trpcRoute());
  app.route("/", uploadRoute(resources));
  app.route("/", replaceRoute(resources));
  app.route("/", sourceFileRoute());
  app.route("/", exportRoute());
  app.route("/", downloadRoute());
  app.route("/", bundleRoute(resources));
  app.route("/", messageRoute());
  app.route("/v1", openAiRoutes());
  app.route("/", mcpRoutes([...ownOrigins, ...resources.env.CORS_ORIGINS]));
  for (const path of PROGRAM_PATHS) app.all(path, refuseUnknownRoute);
  app.route("/", widgetRoutes(dirs.widgetDir));
  app.route("/", previewRoutes(dirs.widgetDir));
  app.route("/", pageRoutes(resources.ports));
  app.route("/", stopNoticesRoutes());
  app.route("/", stopMailRoutes());
  app.route("/", serveStudio(dirs.studioDir));
  return app;
}
