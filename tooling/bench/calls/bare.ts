// What our calls are measured beside: the framework alone, and with the same library for procedures.
import { serve } from "@hono/node-server";
import { initTRPC } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { Hono } from "hono";
import { z } from "zod";

const trpc = initTRPC.create();
const router = trpc.router({
  trivial: trpc.procedure
    .input(z.object({}))
    .output(z.object({ id: z.string() }))
    .query(() => ({ id: "trivial" })),
});

const app = new Hono();
app.get("/bare", (c) => c.json({ id: "trivial" }));
app.all("/trpc/*", (c) =>
  fetchRequestHandler({ endpoint: "/trpc", req: c.req.raw, router, createContext: () => ({}) }),
);
serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => console.log(port));
