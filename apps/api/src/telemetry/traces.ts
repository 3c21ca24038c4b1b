import type { Attributes } from "@opentelemetry/api";

export interface SpanStart {
  name: string;
  kind: "server" | "client" | "consumer";
  /** Spans of one correlation id are one trace, in whichever process they were made. */
  correlationId: string;
  /** Those of its correlation id that have nothing nearer hang under it. */
  isRoot?: boolean;
  /** The W3C header of whoever called, as it came. */
  traceparent?: string | undefined;
  /** Names, numbers and ids: never contents. */
  attributes: Attributes;
}

export interface OpenSpan {
  rename(name: string): void;
  set(attributes: Attributes): void;
  /** What went wrong, as a stable key. */
  fail(type: string): void;
  end(): void;
  /** What is begun inside hangs under it. */
  run<Result>(work: () => Result): Result;
}

export interface Traces {
  open(start: SpanStart): OpenSpan;
  /** What is found out of the request or job that runs here and now: its span has it, and each that comes of it. */
  describe(attributes: Attributes): void;
}

const NO_SPAN: OpenSpan = { rename() {}, set() {}, fail() {}, end() {}, run: (work) => work() };
export const NO_TRACES: Traces = { open: () => NO_SPAN, describe() {} };
