import { expect, test } from "vitest";
import type { VisitorActor } from "../kernel/actor.ts";
import { ratesOfAsking } from "./visitor-rates.ts";

const visitor = {
  kind: "visitor",
  visitorId: "visitor",
  tenantId: "tenant",
  twinId: "twin",
  apiKeyId: "key",
  origin: "https://shop.example",
} as VisitorActor;
const ratesOf = (actor: VisitorActor, ipAddress = "192.0.2.7") =>
  new Map(
    ratesOfAsking(actor, ipAddress).map(({ of, subject, burst }) => [of, { subject, burst }]),
  );

test("whoever asks is counted by person, address, key, twin and workspace, each wider than the last", () => {
  const rates = ratesOf(visitor);
  expect([...rates.keys()]).toEqual(["visitor", "address", "key", "twin", "tenant"]);
  for (const [of, { subject }] of rates) if (of !== "address") expect(subject).toContain(of);
  const bursts = [...rates.values()].map(({ burst }) => burst);
  expect(bursts).toEqual(bursts.toSorted((one, other) => one - other));
});

test("who is no browser gets less, and a page without a key is counted by its twin", () => {
  const program = ratesOf({ ...visitor, origin: null });
  for (const of of ["visitor", "address"]) {
    expect(program.get(of)!.burst).toBeLessThan(ratesOf(visitor).get(of)!.burst);
  }
  expect(ratesOf({ ...visitor, apiKeyId: null }).get("key")?.subject).toBe("ask:twin");
});

test("an IPv6 customer is one address, however many they have", () => {
  const addressOf = (ip: string) => ratesOf(visitor, ip).get("address")?.subject;
  expect(addressOf("2001:db8:1:2:3::4")).toBe(addressOf("2001:db8:1:2:ffff::9"));
  expect(addressOf("2001:db8:1:2::4")).not.toBe(addressOf("2001:db8:1:3::4"));
  expect(addressOf("192.0.2.7")).not.toBe(addressOf("192.0.2.8"));
});
