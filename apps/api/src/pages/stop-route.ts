import { DomainError } from "@understudy/core/kernel/domain-error";
import type { Door } from "@understudy/core/kernel/door";
import { Hono } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import type { HttpEnv } from "../http/http-env.ts";
import { pagePolicy } from "./page-policy.ts";
import { unknownLinkPage } from "./plain-page.ts";

type Page = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface StopPages<About> {
  path: string;
  /** Finds whom the link names, and stops their mail where that is meant. */
  stop(door: Door, asked: { token: string; isMeant: boolean }): Promise<About>;
  ask(about: About): Page;
  confirm(about: About): Page;
}

/**
 * Where a mail says that no more is wanted. The link only shows a button, as mail scanners follow links;
 * the button, and a mail program's own (RFC 8058), posts.
 */
export function stopRoute<About>({ path, stop, ask, confirm }: StopPages<About>) {
  const route = new Hono<HttpEnv>();
  route.on(["GET", "POST"], `${path}/:token`, async (c) => {
    const isMeant = c.req.method === "POST";
    c.header("content-security-policy", pagePolicy({ framedBy: [] }));
    c.header("cache-control", "no-store");
    c.header("referrer-policy", "no-referrer");
    c.header("x-robots-tag", "noindex");
    try {
      const token = c.req.param("token");
      const about = await stop(c.get("request").door(), { token, isMeant });
      return c.html(isMeant ? confirm(about) : ask(about));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "not_found") throw error;
      return c.html(unknownLinkPage(), 404);
    }
  });
  return route;
}
