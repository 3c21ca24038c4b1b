import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Egress, openEgress } from "../egress/open-egress.ts";
import { openResolveTxt } from "../egress/resolve-txt.ts";
import { type NameServer, startNameServer } from "../egress/testing/start-name-server.ts";
import { type Site, startSite } from "../egress/testing/start-site.ts";
import type { Ports } from "../kernel/ports.ts";
import { placeOfProof } from "./place-of-proof.ts";
import { seekProof } from "./seek-proof.ts";
import { standingAt } from "./testing/standing-at.ts";

const asked = { domain: "kereva.example", token: "t0ken" };
const { record, file } = placeOfProof(asked.domain, asked.token);
const signal = new AbortController().signal;
const none = { failureReason: "verification.absent" };

let names: NameServer;
let site: Site;
let elsewhere: Site;
let reply: { status: number; body: string; location?: string };
beforeAll(async () => {
  names = await startNameServer();
  elsewhere = await startSite((_, response) => response.end(file.content));
  site = await startSite((request, response) => {
    const isThere = request.url === "/.well-known/understudy.txt";
    const { status, body, location } = isThere ? reply : { status: 404, body: "" };
    if (location) response.setHeader("location", location);
    response.writeHead(status).end(body);
  });
});
beforeEach(() => {
  names.records.clear();
  names.fails = false;
  reply = { status: 404, body: "" };
});
afterAll(async () => {
  for (const each of [names, site, elsewhere]) await each[Symbol.asyncDispose]();
});

const seek = (egress: Egress = standingAt(asked.domain, site, [elsewhere.host])) => {
  const ports = { egress, resolveTxt: openResolveTxt([names.address]) } as Ports;
  return seekProof({ ports, signal }, asked);
};

test("a record proves it, among others and in pieces; one for another twin does not", async () => {
  expect(await seek()).toEqual(none);
  names.records.set(record.name, ["v=spf1 -all", "understudy-verification=another"]);
  expect(await seek()).toEqual({ failureReason: "verification.other" });
  names.records.set(record.name, [`${record.value}x`, "x".repeat(600)]);
  expect(await seek()).toEqual({ failureReason: "verification.other" });
  names.records.set(record.name, ["x".repeat(600), record.value]);
  expect(await seek()).toEqual({ method: "dns" });
});

test("a file proves it by a line of its own, and not by a page that quotes it", async () => {
  reply = { status: 200, body: `# proof\r\n ${file.content} \r\n` };
  expect(await seek()).toEqual({ method: "file" });
  reply = { status: 200, body: `<p>${file.content}</p>` };
  expect(await seek()).toEqual(none);
  reply = { status: 200, body: `${" ".repeat(5_000)}\n${file.content}` };
  expect(await seek()).toEqual(none);
});

test("what another host says does not count", async () => {
  reply = { status: 302, body: "", location: `${elsewhere.url}/.well-known/understudy.txt` };
  expect(await seek()).toEqual({ failureReason: "verification.redirected" });
  expect(elsewhere.connections).toBeGreaterThan(0);
});

test("a domain that stands for an address inside is not asked", async () => {
  const resolve = async () => [{ address: site.host.split(":")[0]!, family: 4 as const }];
  const before = site.connections;
  expect(await seek(openEgress({ allow: new Set(), maxBytes: 9_999, resolve }))).toEqual({
    failureReason: "verification.blocked",
  });
  expect(site.connections).toBe(before);
});

test("that nobody answers is another thing than that nothing is there", async () => {
  names.fails = true;
  reply = { status: 503, body: "" };
  expect(await seek()).toEqual({ failureReason: "verification.unreachable" });
});
