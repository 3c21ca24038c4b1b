import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Listening, listen } from "./listen.ts";

const SLOW = 200;
let server: Listening;
beforeAll(async () => {
  const at = { host: "127.0.0.1", port: 0 };
  server = await listen(() => new Response("here"), at, { headersMs: 400, lookEveryMs: 50 });
});
afterAll(() => server.cut());

const get = () => fetch(`http://127.0.0.1:${server.port}/`).then((reply) => reply.text());

test("callers who never finish their head are sent away, and others are answered meanwhile", async () => {
  const slow: Socket[] = Array.from({ length: SLOW }, () => connect(server.port, "127.0.0.1"));
  await Promise.all(slow.map((socket) => once(socket, "connect")));
  for (const socket of slow) socket.write("GET / HTTP/1.1\r\nhost: x\r\nx-slow: ");
  expect(await get()).toBe("here");
  const told = await Promise.all(slow.map((socket) => text(socket)));
  expect(new Set(told.map((reply) => reply.split("\r\n")[0]))).toEqual(
    new Set(["HTTP/1.1 408 Request Timeout"]),
  );
  expect(await get()).toBe("here");
});

test("a door that closes answers what still comes, with the word that it is leaving", async () => {
  const door = await listen(() => new Response("here"), { host: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${door.port}/`;
  await (await fetch(url)).text();
  const closed = door.close();
  const late = await fetch(url);
  expect([late.status, late.headers.get("connection")]).toEqual([200, "close"]);
  await late.text();
  await closed;
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});

test("a door that closes ends what was begun, and waits for no caller to let go of its connection", async () => {
  const begun = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const wait = async () => {
    begun.resolve();
    await gate.promise;
    return new Response("whole");
  };
  const door = await listen(wait, { host: "127.0.0.1", port: 0 });
  const caller = connect(door.port, "127.0.0.1");
  caller.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
  const told = text(caller);
  await begun.promise;
  const closed = door.close();
  setTimeout(gate.resolve, 500);
  await closed;
  expect(await told).toContain("whole");
});
