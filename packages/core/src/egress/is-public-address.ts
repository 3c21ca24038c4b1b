import ipaddr from "ipaddr.js";

/** A cloud's own service on an address that looks like anyone's (Azure's WireServer). */
const METADATA = new Set(["168.63.129.16"]);

/**
 * Whether an address, as a resolver or a parsed URL gives it, belongs to the public internet by the
 * registries of special-purpose addresses (RFC 6890). Forms that carry an IPv4 address inside an IPv6
 * one (mapped, NAT64, 6to4, Teredo) never do; nor does what is no address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || METADATA.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  if (parsed.kind() === "ipv4") return ipaddr.IPv4.isValidFourPartDecimal(address);
  return !address.includes("%") && isGlobalUnicast(parsed.toByteArray());
}

/** 2000::/3 is all of IPv6 that has been given out. */
function isGlobalUnicast([first = 0]: readonly number[]): boolean {
  return first >> 5 === 0b001;
}
