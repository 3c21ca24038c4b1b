import { expect, it } from "vitest";
import { clientAddress, createProxyList } from "./client-address.ts";

const proxies = createProxyList(["10.0.0.0/8", "fd00::1"]);

it.each([
  ["a direct caller", "203.0.113.9", undefined, "203.0.113.9"],
  ["a direct caller who claims another address", "203.0.113.9", "198.51.100.1", "203.0.113.9"],
  ["a proxy's caller", "10.1.2.3", "198.51.100.1", "198.51.100.1"],
  [
    "a caller who forges the front of the list",
    "10.1.2.3",
    "1.1.1.1, 198.51.100.1",
    "198.51.100.1",
  ],
  ["two proxies", "10.1.2.3", "198.51.100.1, 10.9.9.9", "198.51.100.1"],
  ["a dual-stack socket", "::ffff:10.1.2.3", "198.51.100.1", "198.51.100.1"],
  ["an IPv6 proxy", "fd00::1", "2001:db8::5", "2001:db8::5"],
  ["a proxy that says nothing", "10.1.2.3", undefined, "10.1.2.3"],
  ["a proxy that says rubbish", "10.1.2.3", "unknown", "10.1.2.3"],
])("finds %s", (_, socket, forwarded, address) => {
  expect(clientAddress(socket, forwarded, proxies)).toBe(address);
});
