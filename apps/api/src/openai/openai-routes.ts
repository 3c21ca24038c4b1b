import { Hono } from "hono";
import type { HttpEnv } from "../http/http-env.ts";
import { JSON_BODY_BYTES, limitBody } from "../http/limit-body.ts";
import { refuseUnknownRoute } from "../http/not-found.ts";
import { completeChat } from "./complete-chat.ts";
import { getModel, listModels } from "./list-models.ts";
import { replyOpenAiError } from "./reply-openai-error.ts";

/** The doors that any OpenAI client knows; a model is a twin. */
export function openAiRoutes() {
  const routes = new Hono<HttpEnv>();
  routes.onError(replyOpenAiError);
  routes.use(async (c, next) => {
    await next();
    c.res.headers.set("x-request-id", c.get("correlationId"));
  });
  routes.post("/chat/completions", limitBody(JSON_BODY_BYTES), completeChat);
  routes.get("/models", listModels);
  routes.get("/models/:model", getModel);
  routes.all("*", refuseUnknownRoute);
  return routes;
}
