import { clientAddress, createProxyList } from "@understudy/auth/client-address";
import { createMiddleware } from "hono/factory";
import { createRequestContext } from "../request-context.ts";
import type { Resources } from "../resources.ts";
import { createSharedJudgement } from "../shared-judgement.ts";
import { observeRequest } from "../telemetry/observe-request.ts";
import { correlationIdOf } from "./correlation.ts";
import type { HttpEnv } from "./http-env.ts";
import { standingOf } from "./standing.ts";
import { callsVisitorsOnly } from "./visitor-paths.ts";

/** Gives every request its id, its log and its caller's address, and leaves one line about it. */
export function describeRequest(resources: Resources, ownOrigins: readonly string[]) {
  const proxies = createProxyList(resources.env.TRUSTED_PROXIES);
  const judgeShared = createSharedJudgement();
  return createMiddleware<HttpEnv>(async (c, next) => {
    const startedAt = performance.now();
    const correlationId = correlationIdOf(
      c.req.header("x-correlation-id"),
      c.req.header("traceparent"),
    );
    const log = resources.log.child({ correlationId });
    const socketAddress = c.env.incoming.socket.remoteAddress ?? "";
    const ipAddress = clientAddress(socketAddress, c.req.header("x-forwarded-for"), proxies);
    const { headers, signal } = c.req.raw;
    c.set("correlationId", correlationId);
    c.set("log", log);
    c.set("ipAddress", ipAddress);
    c.set(
      "request",
      createRequestContext(resources, {
        headers,
        signal,
        correlationId,
        log,
        ipAddress,
        judgeShared,
        standing: standingOf(headers, ownOrigins),
        ignoresCookies: callsVisitorsOnly(c.req.path),
      }),
    );
    await observeRequest(c, { telemetry: resources.telemetry, correlationId }, next);
    c.res.headers.set("x-correlation-id", correlationId);
    log.info(
      {
        method: c.req.method,
        path: c.req.path,
        status: c.res.status,
        durationMs: Math.round(performance.now() - startedAt),
      },
      "request",
    );
  });
}
