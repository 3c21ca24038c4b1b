import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPublicAddress } from "./is-public-address.ts";

const NEVER = [
  ["0.0.0.0", "this network"],
  ["0.1.2.3", "this network"],
  ["10.0.0.1", "private"],
  ["100.64.0.1", "carrier-grade NAT"],
  ["100.100.100.200", "metadata behind carrier-grade NAT"],
  ["127.0.0.1", "loopback"],
  ["127.255.255.254", "loopback"],
  ["169.254.169.254", "metadata"],
  ["168.63.129.16", "metadata on a public address"],
  ["172.16.0.1", "private"],
  ["172.31.255.255", "private"],
  ["192.0.0.8", "protocol assignments"],
  ["192.0.2.1", "documentation"],
  ["192.168.1.1", "private"],
  ["198.18.0.1", "benchmarking"],
  ["198.51.100.7", "documentation"],
  ["203.0.113.9", "documentation"],
  ["224.0.0.1", "multicast"],
  ["240.0.0.1", "reserved"],
  ["255.255.255.255", "broadcast"],
  ["::", "unspecified"],
  ["::1", "loopback"],
  ["::7f00:1", "IPv4-compatible"],
  ["::ffff:127.0.0.1", "mapped loopback"],
  ["::ffff:8.8.8.8", "mapped"],
  ["::ffff:0:127.0.0.1", "translated"],
  ["64:ff9b::7f00:1", "NAT64"],
  ["64:ff9b:1::a00:1", "local NAT64"],
  ["100::1", "discard"],
  ["2001::1", "Teredo"],
  ["2001:db8::1", "documentation"],
  ["2002:7f00:1::", "6to4 loopback"],
  ["3fff::1", "documentation"],
  ["4000::1", "never given out"],
  ["5f00::1", "segment routing"],
  ["fc00::1", "unique local"],
  ["fd00:ec2::254", "metadata"],
  ["fe80::1", "link local"],
  ["fe80::1%eth0", "link local with a zone"],
  ["2a00:1450::1%eth0", "a zone"],
  ["fec0::1", "site local"],
  ["ff02::1", "multicast"],
  ["2130706433", "decimal"],
  ["0177.0.0.1", "octal"],
  ["8.8.8", "short"],
  ["example.com", "a name"],
  ["", "nothing"],
] as const;

describe("isPublicAddress", () => {
  it.each(NEVER)("refuses %s (%s)", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"])(
    "takes %s",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it("refuses whatever carries an IPv4 address inside an IPv6 one", () => {
    fc.assert(
      fc.property(fc.ipV4(), (v4) => {
        const hex = v4.split(".").map((octet) => Number(octet).toString(16).padStart(2, "0"));
        const [high, low] = [`${hex[0]}${hex[1]}`, `${hex[2]}${hex[3]}`];
        for (const carried of [`::ffff:${v4}`, `64:ff9b::${v4}`, `2002:${high}:${low}::1`]) {
          expect(isPublicAddress(carried)).toBe(false);
        }
      }),
    );
  });
});
