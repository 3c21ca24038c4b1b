import type { Status } from "@understudy/core/status/contract";
import type { Meters } from "./meters.ts";
import { NO_METERS } from "./meters.ts";
import { NO_TRACES, type Traces } from "./traces.ts";

/** What a process tells of itself to whoever runs it. */
export interface Telemetry {
  /** False: nobody listens, and nothing is worth being watched. */
  isOn: boolean;
  traces: Traces;
  meters: Meters;
  /** What `/metrics` answers; null while it is off. */
  metrics: { contentType: string; expose(status: Status): Promise<string> } | null;
}

export const NO_TELEMETRY: Telemetry = {
  isOn: false,
  traces: NO_TRACES,
  meters: NO_METERS,
  metrics: null,
};
