import { DomainError } from "@understudy/core/kernel/domain-error";
import type { Context } from "hono";
import type { z } from "zod";
import { explainInput } from "../shape-error.ts";
import { received } from "../storable-text.ts";
import type { HttpEnv } from "./http-env.ts";

/** The body of a plain JSON route, in the shape that was asked for. */
export async function readJson<Shape extends z.ZodType>(
  c: Context<HttpEnv>,
  shape: Shape,
): Promise<z.output<Shape>> {
  const contentType = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (contentType !== "application/json") {
    throw new DomainError("invalid", "input.unsupported_media_type", "Send application/json.");
  }
  const parsed = received(shape).safeParse(await parseBody(c));
  if (parsed.success) return parsed.data as z.output<Shape>;
  const { field, message, reason } = explainInput(parsed.error);
  throw new DomainError("invalid", reason, field ? `${field}: ${message}` : message, { field });
}

async function parseBody(c: Context<HttpEnv>): Promise<unknown> {
  try {
    return await c.req.json();
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new DomainError("invalid", "input.invalid", "This request could not be read.");
    }
    throw error;
  }
}
