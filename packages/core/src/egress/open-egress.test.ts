import type { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { openEgress } from "./open-egress.ts";
import { fetchFrom, MEGABYTE, page, site } from "./testing/fetch-from-sites.ts";

const signal = new AbortController().signal;
const textOf = (bytes: Uint8Array | null) => new TextDecoder().decode(bytes ?? undefined);

describe("where to", () => {
  it("fetches from the operator's exact exception, and from nowhere else on this machine", async () => {
    const open = await page("<p>Open</p>");
    const canary = await page("<p>Secret</p>");
    expect(textOf((await fetchFrom(open.url, [open.host])).bytes)).toBe("<p>Open</p>");
    const refused = fetchFrom(canary.url, [open.host]);
    await expect(refused).rejects.toMatchObject({ reason: "source.blocked_address" });
    expect(canary.connections).toBe(0);
  });

  it("refuses a name that means a private address, or a private one among others", async () => {
    const canary = await page("<p>Secret</p>");
    for (const addresses of [["127.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["::ffff:127.0.0.1"]]) {
      const resolve = async () =>
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
      const url = `http://rebound.example:${canary.port}/`;
      const fetched = fetchFrom(url, [canary.host], { resolve, ports: [canary.port] });
      await expect(fetched).rejects.toMatchObject({ reason: "source.blocked_address" });
    }
    expect(canary.connections).toBe(0);
  });

  it("asks for a name once a hop, connects to that answer and keeps the name", async () => {
    const hosts: string[] = [];
    const open = await site((request, reply) => {
      hosts.push(request.headers.host ?? "");
      reply.setHeader("content-type", "text/plain").end("kept");
    });
    const name = `docs.example:${open.port}`;
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? "127.0.0.1" : "192.0.2.1", family: 4 }];
    };
    const { url, bytes } = await fetchFrom(`http://${name}/a`, [name], { resolve });
    expect({ url, text: textOf(bytes), asked, hosts }).toEqual({
      url: `http://${name}/a`,
      text: "kept",
      asked: 1,
      hosts: [name],
    });
  });

  it("refuses a name that turns private between two hops", async () => {
    const canary = await page("<p>Secret</p>");
    const answers = ["127.0.0.1", "127.0.0.1"];
    const front = await site((_, reply) =>
      reply.writeHead(302, { location: `http://turning.example:${canary.port}/` }).end(),
    );
    const resolve = async () => [{ address: answers.shift()!, family: 4 }];
    const fetched = fetchFrom(
      `http://turning.example:${front.port}/`,
      [`turning.example:${front.port}`],
      {
        resolve,
        ports: [canary.port],
      },
    );
    await expect(fetched).rejects.toMatchObject({ reason: "source.blocked_address" });
    expect({ front: front.connections, canary: canary.connections }).toEqual({
      front: 1,
      canary: 0,
    });
  });

  it.each([
    ["http://127.0.0.1:PORT/", "source.blocked_address"],
    ["//[::ffff:127.0.0.1]:PORT/", "source.blocked_address"],
    ["http://169.254.169.254/", "source.blocked_address"],
    ["file:///etc/passwd", "source.blocked_scheme"],
    ["http://example.com:6379/", "source.blocked_port"],
    ["http://user:pass@example.com/", "source.invalid_url"],
    ["http://[broken", "source.invalid_url"],
  ])("refuses to be sent on to %s", async (location, reason) => {
    const canary = await page("<p>Secret</p>");
    const target = location.replace("PORT", String(canary.port));
    const front = await site((_, reply) => reply.writeHead(302, { location: target }).end());
    await expect(fetchFrom(front.url, [front.host])).rejects.toMatchObject({ reason });
    expect(canary.connections).toBe(0);
  });

  it("follows five redirects, with own headers only to the first origin, and no sixth", async () => {
    const seen: (string | undefined)[] = [];
    const last = await site((request, reply) => {
      seen.push(request.headers["x-own"] as string | undefined);
      reply.setHeader("content-type", "text/plain").end("end");
    });
    const front = await site((request, reply) => {
      seen.push(request.headers["x-own"] as string | undefined);
      const left = Number(request.url?.slice(1));
      reply.writeHead(307, { location: left > 1 ? `/${left - 1}` : last.url }).end();
    });
    const egress = openEgress({ maxBytes: MEGABYTE, allow: new Set([front.host, last.host]) });
    const options = { signal, headers: { "x-own": "mine" } };
    const { url } = await egress.fetchUrl(`${front.url}/5`, options);
    expect({ url, seen }).toEqual({
      url: `${last.url}/`,
      seen: [...Array(5).fill("mine"), undefined],
    });
    await expect(egress.fetchUrl(`${front.url}/6`, options)).rejects.toMatchObject({
      reason: "source.too_many_redirects",
    });
  });

  it("posts a body to the judged address, and follows no redirect with it", async () => {
    const canary = await page("<p>Secret</p>");
    const seen: string[] = [];
    const open = await site(async (request, reply) => {
      seen.push(`${request.method} ${request.headers["content-type"]} ${await text(request)}`);
      const status = request.url === "/moved" ? 307 : 200;
      reply.writeHead(status, { location: canary.url, "content-type": "application/json" });
      reply.end("{}");
    });
    const egress = openEgress({ maxBytes: MEGABYTE, allow: new Set([open.host, canary.host]) });
    const body = { text: '{"é":1}', mediaType: "application/json" };
    const { bytes } = await egress.fetchUrl(`${open.url}/a`, { signal, body });
    expect(textOf(bytes)).toBe("{}");
    await expect(egress.fetchUrl(`${open.url}/moved`, { signal, body })).rejects.toMatchObject({
      reason: "source.http_status",
    });
    await expect(egress.fetchUrl("http://127.0.0.1:1/", { signal, body })).rejects.toMatchObject({
      reason: "source.blocked_address",
    });
    expect(seen).toEqual(Array(2).fill('POST application/json {"é":1}'));
    expect(canary.connections).toBe(0);
  });

  it("names the server in the handshake, and trusts no certificate it cannot check", async () => {
    const named: string[] = [];
    const secure = createSecureServer({
      SNICallback(name, done) {
        named.push(name);
        done(new Error("no certificate"));
      },
    });
    const open = await site(() => {}, secure as unknown as ReturnType<typeof createServer>);
    const name = `secure.example:${open.port}`;
    const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
    const fetched = fetchFrom(`https://${name}/`, [name], { resolve });
    await expect(fetched).rejects.toMatchObject({ reason: "source.unreachable" });
    expect(named).toEqual(["secure.example"]);
  });
});
