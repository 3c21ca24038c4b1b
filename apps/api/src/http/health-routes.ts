import { Hono } from "hono";
import type { Readiness } from "../readiness/readiness.ts";

/** The same doors for `serve` and for `work`: is the process alive, and is what it rests on there. */
export function healthRoutes(readiness: Readiness) {
  const routes = new Hono();
  routes.get("/healthz", (c) => c.json({ status: "ok" }));
  routes.get("/readyz", async (c) => {
    const status = await readiness.status();
    return c.json(status, status.ready ? 200 : 503);
  });
  routes.get("/health", async (c) => {
    const { ready, dependencies } = await readiness.status();
    const whole = dependencies.every(({ state }) => state === "ok" || state === "off");
    const status = ready ? (whole ? "ok" : "degraded") : "failed";
    return c.json({ status }, ready ? 200 : 503);
  });
  return routes;
}
