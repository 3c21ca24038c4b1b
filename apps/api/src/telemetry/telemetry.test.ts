import type { ChatEvent, ChatModel } from "@understudy/rag/chat/chat-model";
import { ModelFailure } from "@understudy/rag/chat/model-failure";
import { afterAll, beforeAll, expect, it } from "vitest";
import { observeChat } from "../compose/observe-models.ts";
import { metricsRoute } from "../http/metrics-route.ts";
import { createReadiness } from "../readiness/readiness.ts";
import { type Collector, startCollector } from "../testing/start-collector.ts";
import { observeJobs } from "./observe-job.ts";
import { openOtlpTraces } from "./otlp-traces.ts";
import { openPrometheusMeters } from "./prometheus-meters.ts";
import { NO_TELEMETRY, type Telemetry } from "./telemetry.ts";
import { rootSpanIdOf } from "./trace-ids.ts";

let collector: Collector;
beforeAll(async () => {
  collector = await startCollector("/otel/");
});
afterAll(() => collector[Symbol.asyncDispose]());

const CORRELATION = "0af76519-16cd-43dd-8448-eb211c80319c";
const TRACE = "0af7651916cd43dd8448eb211c80319c";
const REQUEST = { messages: [], maxOutputTokens: 10, temperature: 0 };
const OPTIONS = { signal: new AbortController().signal, correlationId: CORRELATION };
const model = (script: () => AsyncGenerator<ChatEvent>): ChatModel => ({
  model: "scripted",
  stream: script,
});
const speaking = model(async function* () {
  yield { type: "text", text: "Hi." };
  yield { type: "end", finishReason: "stop", usage: { inputTokens: 50, outputTokens: 20 } };
});
const failing = model(async function* () {
  yield { type: "text", text: "Hi" };
  throw new ModelFailure("model.cut_off", "cut");
});

async function listen(chat: ChatModel): Promise<void> {
  for await (const _ of chat.stream(REQUEST, OPTIONS));
}
const sent = (name: string) => {
  const { spans } = collector;
  const span = spans.find((one) => one.name === name);
  if (!span) throw new Error(`no span ${name} among ${spans.map((one) => one.name)}`);
  return span;
};

it("sends the request, the job it asked for in another process, and the model's call as one trace", async () => {
  const serving = openOtlpTraces(collector.endpoint);
  const request = serving.open({
    name: "POST /trpc/*",
    kind: "server",
    correlationId: CORRELATION,
    isRoot: true,
    traceparent: `00-${TRACE}-b7ad6b7169203331-01`,
    attributes: {},
  });
  request.end();
  await serving.close();
  const working = openOtlpTraces(collector.endpoint);
  const telemetry: Telemetry = { ...NO_TELEMETRY, isOn: true, traces: working };
  const job = {
    id: "job",
    kind: "ingestion",
    attempt: 1,
    tenantId: "t",
    correlationId: CORRELATION,
  };
  await observeJobs(telemetry)?.(job as never, async () => {
    await listen(observeChat(speaking, telemetry));
    return "succeeded";
  });
  await expect(listen(observeChat(failing, telemetry))).rejects.toThrow("cut");
  await working.close();

  const { spans, paths } = collector;
  expect(new Set(paths)).toEqual(new Set(["/otel/v1/traces"]));
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([TRACE]));
  expect(sent("POST /trpc/*")).toMatchObject({
    parentSpanId: "b7ad6b7169203331",
    spanId: rootSpanIdOf(CORRELATION),
  });
  expect(sent("job ingestion").parentSpanId).toBe(rootSpanIdOf(CORRELATION));
  const [call, broken] = spans.filter(({ name }) => name === "chat scripted");
  expect(call).toMatchObject({ parentSpanId: sent("job ingestion").spanId, kind: 3 });
  expect(call?.attributes["gen_ai.usage.input_tokens"]).toBe(50);
  expect(call?.attributes["gen_ai.request.model"]).toBe("scripted");
  expect(call?.attributes["gen_ai.response.finish_reasons"]).toBeDefined();
  expect(broken?.attributes["error.type"]).toBe("model.cut_off");
  expect(JSON.stringify(spans)).not.toContain("Hi.");
});

it("exposes what it counted, to who has the token", async () => {
  const backlog = {
    jobs: [{ kind: "ingestion", status: "queued", count: 3 }],
    oldestDueSeconds: 7,
  };
  const meters = openPrometheusMeters(async () => backlog as never);
  const telemetry = { ...NO_TELEMETRY, isOn: true, meters, metrics: meters };
  const readiness = createReadiness([
    { name: "database", required: true, check: () => ({ state: "ok" }) },
    { name: "chat", required: false, check: () => ({ state: "degraded" }) },
  ]);
  meters.request({ method: "GET", route: "/s/:slug", status: 200, seconds: 0.02 });
  await listen(observeChat(speaking, telemetry));
  const routes = metricsRoute({ telemetry, readiness }, "a token of some length");
  const ask = (authorization: string) => routes.request("/metrics", { headers: { authorization } });
  expect((await ask("Bearer another")).status).toBe(401);
  const text = await (await ask("Bearer a token of some length")).text();
  for (const line of [
    'understudy_http_request_seconds_count{method="GET",route="/s/:slug",status="200"} 1',
    'understudy_provider_call_seconds_count{provider="chat",outcome="ok"} 1',
    'understudy_provider_tokens_total{provider="chat",direction="output"} 20',
    'understudy_jobs{kind="ingestion",status="queued"} 3',
    "understudy_oldest_due_job_seconds 7",
    'understudy_dependency_up{name="chat"} 0.5',
  ])
    expect(text).toContain(line);
});

it("is not there at all while nobody listens", async () => {
  const routes = metricsRoute({ telemetry: NO_TELEMETRY, readiness: createReadiness([]) }, "token");
  expect((await routes.request("/metrics")).status).toBe(404);
  expect(observeChat(speaking, NO_TELEMETRY)).toBe(speaking);
});
