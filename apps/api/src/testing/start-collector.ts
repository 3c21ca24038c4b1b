import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { readSpans, type SentSpan } from "./read-spans.ts";

export interface Collector extends AsyncDisposable {
  /** What `OTEL_EXPORTER_OTLP_ENDPOINT` is set to. */
  endpoint: string;
  spans: SentSpan[];
  headers: IncomingHttpHeaders[];
  paths: string[];
}

/** Takes traces as any collector does, and as Langfuse does under `/api/public/otel`. */
export async function startCollector(path: string): Promise<Collector> {
  const spans: SentSpan[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const paths: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const isZipped = request.headers["content-encoding"] === "gzip";
    spans.push(...readSpans(isZipped ? gunzipSync(body) : body));
    headers.push(request.headers);
    paths.push(request.url ?? "");
    response.setHeader("content-type", "application/x-protobuf").end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  return {
    endpoint,
    spans,
    headers,
    paths,
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, "close");
    },
  };
}
