import type { Context } from "hono";
import { routePath } from "hono/route";
import type { HttpEnv } from "../http/http-env.ts";
import type { Telemetry } from "./telemetry.ts";

/** Every few seconds, and of no one's doing. */
const ASKED_BY_MACHINES = new Set(["/healthz", "/readyz", "/health", "/metrics"]);

/** The span of a request, from its first byte to the head of its response. */
export async function observeRequest(
  c: Context<HttpEnv>,
  { telemetry, correlationId }: { telemetry: Telemetry; correlationId: string },
  next: () => Promise<void>,
): Promise<void> {
  if (!telemetry.isOn || ASKED_BY_MACHINES.has(c.req.path)) return next();
  const startedAt = performance.now();
  const { method } = c.req;
  const span = telemetry.traces.open({
    name: method,
    kind: "server",
    correlationId,
    isRoot: true,
    traceparent: c.req.header("traceparent"),
    attributes: {
      "http.request.method": method,
      "url.path": c.req.path,
      "understudy.correlation_id": correlationId,
    },
  });
  await span.run(next);
  const { status } = c.res;
  // Of the handler that replied: others match as well, and come after it.
  const route = routePath(c);
  span.rename(`${method} ${route}`);
  span.set({ "http.route": route, "http.response.status_code": status });
  if (status >= 500) span.fail(String(status));
  span.end();
  const seconds = (performance.now() - startedAt) / 1_000;
  telemetry.meters.request({ method, route, status, seconds });
}
