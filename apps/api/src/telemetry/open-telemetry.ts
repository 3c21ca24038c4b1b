import type { Environment } from "../env.ts";
import type { Backlog } from "./prometheus-meters.ts";
import { NO_TELEMETRY, type Telemetry } from "./telemetry.ts";

/** Each half is loaded only where somebody listens. */
export async function openTelemetry(
  env: Environment,
  { backlog, stack }: { backlog: () => Promise<Backlog>; stack: AsyncDisposableStack },
): Promise<Telemetry> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, METRICS_TOKEN, METRICS_PORT } = env;
  const telemetry = { ...NO_TELEMETRY };
  if (endpoint) {
    const { openOtlpTraces } = await import("./otlp-traces.ts");
    const traces = openOtlpTraces(endpoint);
    stack.defer(() => traces.close());
    Object.assign(telemetry, { traces, isOn: true });
  }
  if (METRICS_TOKEN || METRICS_PORT !== undefined) {
    const { openPrometheusMeters } = await import("./prometheus-meters.ts");
    const meters = openPrometheusMeters(backlog);
    Object.assign(telemetry, { meters, metrics: meters, isOn: true });
  }
  return telemetry;
}
