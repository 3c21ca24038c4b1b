import { createHash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import type { Resources } from "../resources.ts";

/** For Prometheus: with a token at the port of the rest, or without one at a port that only it reaches. */
export function metricsRoute(
  { telemetry: { metrics }, readiness }: Pick<Resources, "telemetry" | "readiness">,
  token?: string,
) {
  const routes = new Hono();
  if (!metrics) return routes;
  return routes.get("/metrics", async (c) => {
    if (token !== undefined && !isSame(c.req.header("authorization") ?? "", `Bearer ${token}`)) {
      return c.text("This needs the token of METRICS_TOKEN.\n", 401);
    }
    return c.text(await metrics.expose(await readiness.status()), 200, {
      "content-type": metrics.contentType,
    });
  });
}

function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
