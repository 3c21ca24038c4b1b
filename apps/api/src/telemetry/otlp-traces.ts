import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, RandomIdGenerator, TracerProvider } from "@opentelemetry/sdk-trace";
import { readTraceparent, rootSpanIdOf, traceIdOf } from "./trace-ids.ts";
import type { OpenSpan, SpanStart, Traces } from "./traces.ts";

const KINDS = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
} as const;

export interface OtlpTraces extends Traces {
  /** Sends what is left. */
  close(): Promise<void>;
}

/** What runs here and now. */
interface Running {
  span: Span;
  context: Context;
  /** Of everything that comes of the same request or job. */
  shared: Attributes;
}

/** Spans go to `<endpoint>/v1/traces` in batches, as OTLP's protobuf; while nobody takes them they are dropped. */
export function openOtlpTraces(endpoint: string): OtlpTraces {
  const ids = new ReckonedIds();
  const url = `${endpoint.replace(/\/$/, "")}/v1/traces`;
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": "understudy" }),
    idGenerator: ids,
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })],
  });
  const tracer = provider.getTracer("understudy");
  const within = new AsyncLocalStorage<Running>();
  return {
    open(start) {
      const { name, kind } = start;
      const running = start.isRoot ? undefined : within.getStore();
      const shared = running?.shared ?? {};
      const options = { kind: KINDS[kind], attributes: { ...shared, ...start.attributes } };
      const above = start.isRoot ? callerOf(start) : nearest(running?.context, start);
      const span = start.isRoot
        ? ids.reckon(start.correlationId, () => tracer.startSpan(name, options, above))
        : tracer.startSpan(name, options, above);
      const context = trace.setSpan(above, span);
      return wrap(span, (work) => within.run({ span, context, shared }, work));
    },
    describe(attributes) {
      const running = within.getStore();
      running?.span.setAttributes(attributes);
      Object.assign(running?.shared ?? {}, attributes);
    },
    close: () => provider.shutdown(),
  };
}

/** The request of a correlation id has the ids that whatever comes of it reckons with. */
class ReckonedIds extends RandomIdGenerator {
  #correlationId: string | null = null;

  reckon<Result>(correlationId: string, work: () => Result): Result {
    this.#correlationId = correlationId;
    const result = work();
    this.#correlationId = null;
    return result;
  }

  override generateTraceId(): string {
    return this.#correlationId === null ? super.generateTraceId() : traceIdOf(this.#correlationId);
  }

  override generateSpanId(): string {
    return this.#correlationId === null
      ? super.generateSpanId()
      : rootSpanIdOf(this.#correlationId);
  }
}

function callerOf({ correlationId, traceparent }: SpanStart): Context {
  const caller = readTraceparent(traceparent);
  return caller?.traceId === traceIdOf(correlationId) ? under(caller) : ROOT_CONTEXT;
}

/** What runs here and now, when it is of the same trace; else the request, wherever that was. */
function nearest(running: Context | undefined, { correlationId }: SpanStart): Context {
  const traceId = traceIdOf(correlationId);
  if (running && trace.getSpanContext(running)?.traceId === traceId) return running;
  return under({ traceId, spanId: rootSpanIdOf(correlationId) });
}

function under(ids: { traceId: string; spanId: string }): Context {
  const spanContext = { ...ids, traceFlags: TraceFlags.SAMPLED, isRemote: true };
  return trace.setSpanContext(ROOT_CONTEXT, spanContext);
}

function wrap(span: Span, run: OpenSpan["run"]): OpenSpan {
  return {
    rename: (name) => void span.updateName(name),
    set: (attributes) => void span.setAttributes(attributes),
    fail: (type) =>
      void span.setAttribute("error.type", type).setStatus({ code: SpanStatusCode.ERROR }),
    end: () => span.end(),
    run,
  };
}
