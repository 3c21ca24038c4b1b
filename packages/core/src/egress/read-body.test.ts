import type { Socket } from "node:net";
import { constants, createBrotliCompress, createGzip, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openEgress } from "./open-egress.ts";
import { fetchFrom, MEGABYTE, site } from "./testing/fetch-from-sites.ts";

describe("how much and how long", () => {
  const cut = { connectMs: 500, firstByteMs: 300, betweenBytesMs: 300, totalMs: 900 };

  it.each([
    ["gzip", () => createGzip()],
    ["br", () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ])("stops inflating a %s bomb at the bound", async (encoding, compressor) => {
    const open = await site((_, reply) => {
      reply.writeHead(200, { "content-type": "text/html", "content-encoding": encoding });
      const packed = compressor();
      packed.pipe(reply);
      reply.on("close", () => packed.destroy());
      const zeros = Buffer.alloc(4 * MEGABYTE);
      const pour = () => void (packed.destroyed || packed.write(zeros, pour));
      pour();
    });
    const before = process.memoryUsage.rss();
    const fetched = fetchFrom(open.url, [open.host], { maxBytes: 8 * MEGABYTE });
    await expect(fetched).rejects.toMatchObject({ reason: "source.too_large" });
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * MEGABYTE);
  });

  it("stops reading an endless body at the bound", async () => {
    const open = await site((_, reply) => {
      reply.writeHead(200, { "content-type": "text/plain" });
      const pour = () => void (reply.destroyed || reply.write("x".repeat(65_536), pour));
      pour();
    });
    await expect(fetchFrom(open.url, [open.host])).rejects.toMatchObject({
      reason: "source.too_large",
    });
  });

  it("refuses a body that is announced as too large before it comes", async () => {
    const open = await site((_, reply) => {
      reply.writeHead(200, { "content-type": "text/plain", "content-length": 2 * MEGABYTE });
      reply.flushHeaders();
    });
    await expect(fetchFrom(open.url, [open.host])).rejects.toMatchObject({
      reason: "source.too_large",
    });
  });

  it.each([
    ["a body shorter than announced", { "content-length": "100" }, "short", "source.unreachable"],
    ["gzip that is none", { "content-encoding": "gzip" }, "plain", "source.corrupt"],
    [
      "gzip that ends too early",
      { "content-encoding": "gzip" },
      gzipSync("whole").subarray(0, 12),
      "source.corrupt",
    ],
    [
      "an encoding within an encoding",
      { "content-encoding": "gzip, gzip" },
      "x",
      "source.unsupported",
    ],
    ["a picture", { "content-type": "image/png" }, "x", "source.unsupported"],
    ["a stream of events", { "content-type": "text/event-stream" }, "x", "source.unsupported"],
  ])("refuses %s", async (_, headers, body, reason) => {
    const open = await site((_request, reply) => {
      reply.writeHead(200, { "content-type": "text/plain", ...headers });
      reply.write(body);
      setTimeout(() => reply.socket?.destroy(), 50);
      if (!("content-length" in headers)) reply.end();
    });
    await expect(fetchFrom(open.url, [open.host])).rejects.toMatchObject({ reason });
  });

  it.each([
    ["says nothing", () => {}],
    ["sends half of a header", (reply: Socket) => reply.write("HTTP/1.1 200 OK\r\nX-")],
    ["sends a byte at a time", drip],
  ])("gives up on a server that %s", async (_, speak) => {
    const open = await site((request) => speak(request.socket));
    const started = performance.now();
    await expect(fetchFrom(open.url, [open.host], { deadlines: cut })).rejects.toMatchObject({
      reason: "source.timed_out",
    });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it("gives up on a name server that does not answer", async () => {
    const resolve = () => new Promise<never>(() => {});
    const fetched = fetchFrom("http://slow.example/", [], { resolve, deadlines: cut });
    await expect(fetched).rejects.toMatchObject({ reason: "source.timed_out" });
  });

  it("ends with its caller, for the caller's reason", async () => {
    const open = await site(() => {});
    const caller = new AbortController();
    const egress = openEgress({ maxBytes: MEGABYTE, allow: new Set([open.host]) });
    const fetched = egress.fetchUrl(open.url, { signal: caller.signal });
    caller.abort(new Error("gone"));
    await expect(fetched).rejects.toThrow("gone");
  });

  it.each([404, 500, 204, 206, 304])("refuses the status %i", async (status) => {
    const open = await site((_, reply) => reply.writeHead(status).end());
    await expect(fetchFrom(open.url, [open.host])).rejects.toMatchObject({
      reason: "source.http_status",
    });
  });

  it("says what cannot be reached", async () => {
    const resolve = async () => Promise.reject(new Error("NXDOMAIN"));
    const reason = "source.unreachable";
    await expect(fetchFrom("http://no.example/", [], { resolve })).rejects.toMatchObject({
      reason,
    });
    await expect(fetchFrom("http://127.0.0.1:1/", ["127.0.0.1:1"])).rejects.toMatchObject({
      reason,
    });
  });
});

/** Once a tenth of a second: each byte is in time, and all of them are too slow. */
function drip(socket: Socket): void {
  socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5000\r\n\r\n");
  const timer = setInterval(() => socket.write("x"), 100);
  socket.on("close", () => clearInterval(timer));
}
