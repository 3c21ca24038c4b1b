import { getTRPCErrorFromUnknown, getTRPCErrorShape } from "@trpc/server";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { appRouter } from "../router.ts";
import { asTrpcError } from "../trpc.ts";
import type { HttpEnv } from "./http-env.ts";

/** What is refused before tRPC hears of it, in the shape that its clients read. */
export function replyTrpcError(
  thrown: unknown,
  status: ContentfulStatusCode,
  c: Context<HttpEnv>,
): Response {
  const shape = getTRPCErrorShape({
    config: appRouter._def._config,
    error: getTRPCErrorFromUnknown(asTrpcError(thrown)),
    type: "unknown",
    path: c.req.path.slice("/trpc/".length),
    input: undefined,
    ctx: c.get("request"),
  });
  return c.json({ error: { ...shape, data: { ...shape.data, httpStatus: status } } }, status);
}
