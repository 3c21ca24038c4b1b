import { answers } from "@understudy/rag/chat/testing/wire-replies";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { observeChat } from "../compose/observe-models.ts";
import { askTwin } from "../testing/ask-twin.ts";
import type { SentSpan } from "../testing/read-spans.ts";
import { scriptChat } from "../testing/script-chat.ts";
import { type Collector, startCollector } from "../testing/start-collector.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { makeTenantWorld, type TenantWorld } from "../testing/tenant-world.ts";
import { resultOf } from "../testing/test-session.ts";
import { comeIn } from "../testing/visit.ts";
import { type OtlpTraces, openOtlpTraces } from "./otlp-traces.ts";
import { NO_TELEMETRY, type Telemetry } from "./telemetry.ts";

const KEYS = Buffer.from("pk-lf-1234:sk-lf-5678>>").toString("base64");
const SHOP = "https://shop.example";
const QUESTION = "Is the Ada lighthouse striped, asks canary Quimby?";

let langfuse: Collector;
let traces: OtlpTraces;
let telemetry: Telemetry;
let app: TestApp;
let world: TenantWorld;
beforeAll(async () => {
  langfuse = await startCollector("/api/public/otel");
  vi.stubEnv("OTEL_EXPORTER_OTLP_HEADERS", `Authorization=Basic ${KEYS}`);
  traces = openOtlpTraces(langfuse.endpoint);
  telemetry = { ...NO_TELEMETRY, isOn: true, traces };
  app = await startTestApp({}, { telemetry });
  await app.work();
  world = await makeTenantWorld(app.url, "Ada");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await app[Symbol.asyncDispose]();
  await langfuse[Symbol.asyncDispose]();
});

/** What Langfuse takes from a span; its own attributes go before those of the conventions. */
function readAsLangfuse({ name, attributes: of }: SentSpan) {
  const types: Record<string, string> = { chat: "generation", embeddings: "embedding" };
  return {
    name,
    type: of["langfuse.observation.type"] ?? types[String(of["gen_ai.operation.name"])] ?? "span",
    trace: of["langfuse.trace.name"],
    sessionId: of["session.id"],
    userId: of["user.id"],
    model: of["gen_ai.request.model"],
    usage: [of["gen_ai.usage.input_tokens"], of["gen_ai.usage.output_tokens"]],
    firstTokenAt: of["langfuse.observation.completion_start_time"],
  };
}

it("shows a visitor's answer as a trace of a session, with its generation, and none of its words", async () => {
  await using chat = await scriptChat([app], [answers("It is. ⟦1|lighthouse is striped⟧")]);
  const { ports } = app.resources;
  ports.chat = observeChat(ports.chat!, telemetry);
  const { twinId } = world.ids;
  await resultOf(world.owner.mutate("release.publish", { twinId, override: "Not tested here." }));
  const { publishableKey } = await resultOf<{ publishableKey: string }>(
    world.owner.mutate("widget.create", { twinId, allowedDomains: [SHOP] }),
  );
  const { visit, visitor } = await comeIn(app.url, { publishableKey }, { origin: SHOP });
  const { conversationId } = visit;
  const { message } = await askTwin(visitor, { conversationId, message: QUESTION });
  expect(message).toMatchObject({ status: "complete", writer: "model" });
  const { items } = await resultOf<{ items: { id: string }[] }>(
    world.owner.query("audience.list", { twinId }),
  );
  await traces.close();

  const ofSession = langfuse.spans.filter(
    (span) => span.attributes["session.id"] === conversationId,
  );
  const seen = ofSession.map(readAsLangfuse);
  const userId = items[0]?.id;
  expect(userId).toBeDefined();
  const both = { trace: "answer", sessionId: conversationId, userId };
  expect(seen).toContainEqual(
    expect.objectContaining({ ...both, type: "span", name: "POST /api/messages" }),
  );
  expect(seen).toContainEqual({
    ...both,
    name: "chat scripted",
    type: "generation",
    model: "scripted",
    usage: [120, 30],
    firstTokenAt: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  expect(new Set(ofSession.map(({ traceId }) => traceId)).size).toBe(1);
  expect(new Set(langfuse.paths)).toEqual(new Set(["/api/public/otel/v1/traces"]));
  for (const headers of langfuse.headers) {
    expect(headers).toMatchObject({
      authorization: `Basic ${KEYS}`,
      "content-type": "application/x-protobuf",
    });
  }
  expect(chat.prompts().join()).toContain("Quimby");
  expect(JSON.stringify(langfuse.spans)).not.toMatch(/Quimby|striped/);
});
