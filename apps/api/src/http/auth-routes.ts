import { Hono } from "hono";
import type { Resources } from "../resources.ts";
import type { HttpEnv } from "./http-env.ts";
import { limitBody } from "./limit-body.ts";

const MAX_BODY_BYTES = 16_384;

/** Sign-up and whether it is open, sign-in, sign-out and the session; the list of doors is the auth package's. */
export function authRoutes({ auth }: Resources) {
  const routes = new Hono<HttpEnv>();
  routes.use("/api/auth/*", limitBody(MAX_BODY_BYTES));
  routes.get("/api/auth/sign-up", async (c) => c.json({ isOpen: await auth.isSignUpOpen() }));
  routes.all("/api/auth/*", (c) => auth.handle(c.req.raw, c.get("ipAddress")));
  return routes;
}
