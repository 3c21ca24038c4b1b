import type { AnyTRPCProcedure } from "@trpc/server";
import { DomainError } from "@understudy/core/kernel/domain-error";
import { authorize } from "@understudy/core/kernel/use-case";
import type { Context } from "hono";
import { httpStatus } from "../error-codes.ts";
import { appRouter } from "../router.ts";
import type { Meta } from "../trpc.ts";
import type { HttpEnv } from "./http-env.ts";
import { replyTrpcError } from "./reply-trpc-error.ts";

const procedures = appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>;

/**
 * tRPC tells the refusal of a subscription inside its event stream, under status 200. A caller who
 * has not asked for an event stream is told by the status, as with any other procedure.
 */
export async function refuseSubscription(c: Context<HttpEnv>): Promise<Response | null> {
  const path = c.req.path.slice("/trpc/".length);
  const procedure = Object.hasOwn(procedures, path) ? procedures[path] : undefined;
  if (procedure?._def.type !== "subscription") return null;
  if (c.req.header("accept")?.includes("text/event-stream")) return null;
  const request = c.get("request");
  try {
    const { permission } = procedure._def.meta as Required<Meta>;
    await authorize(request.contextOf(await request.actor()), permission);
    return null;
  } catch (thrown) {
    const refusal = request.refusalOf(thrown);
    if (refusal instanceof DomainError) return replyTrpcError(refusal, httpStatus(refusal), c);
    throw thrown;
  }
}
