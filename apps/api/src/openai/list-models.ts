import { execute } from "@understudy/core/kernel/use-case";
import type { Twin } from "@understudy/core/twin/contract";
import { getTwinByHandle } from "@understudy/core/twin/get-twin-by-handle";
import { listTwins } from "@understudy/core/twin/twins";
import type { Context } from "hono";
import type { HttpEnv } from "../http/http-env.ts";

const PAGE = 100;
const MAX_PAGES = 10;

/** OpenAI's list has no pages: the newest thousand twins. */
export async function listModels(c: Context<HttpEnv>): Promise<Response> {
  const request = c.get("request");
  const ctx = request.contextOf(await request.actor());
  const twins: Twin[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const { items, nextCursor } = await execute(ctx, listTwins, { limit: PAGE, cursor });
    twins.push(...items);
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  return c.json({ object: "list", data: twins.map(readModel) });
}

export async function getModel(c: Context<HttpEnv>): Promise<Response> {
  const request = c.get("request");
  const ctx = request.contextOf(await request.actor());
  const handle = c.req.param("model") ?? "";
  return c.json(readModel(await execute(ctx, getTwinByHandle, { handle })));
}

function readModel({ handle, createdAt }: Twin) {
  const created = Math.floor(Date.parse(createdAt) / 1_000);
  return { id: handle, object: "model", created, owned_by: "understudy" };
}
