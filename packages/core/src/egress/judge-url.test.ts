import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseException } from "./exceptions.ts";
import { judgeUrl } from "./judge-url.ts";

const policy = { exceptions: new Set<string>(), ports: [80, 443] };
const reasonOf = (text: string) => {
  try {
    judgeUrl(text, policy);
  } catch (error) {
    return (error as { reason: string }).reason;
  }
  return "taken";
};

describe("judgeUrl", () => {
  it.each([
    ["http://127.0.0.1/", "plain"],
    ["http://2130706433/", "decimal"],
    ["http://0x7f000001/", "hex"],
    ["http://0x7f.0.0.1/", "hex octet"],
    ["http://0177.0.0.1/", "octal octet"],
    ["http://017700000001/", "octal"],
    ["http://127.1/", "short"],
    ["http://127.0.1/", "short"],
    ["http://0/", "shortest"],
    ["http://127.0.0.1./", "trailing dot"],
    ["http://127.0.0.1:80/", "port"],
    ["http://%31%32%37.0.0.1/", "percent-encoded"],
    ["http://①②⑦.⓪.⓪.①/", "circled digits"],
    ["http://127。0。0。1/", "ideographic stops"],
    ["http://１２７.0.0.1/", "full-width digits"],
    ["http://[::1]/", "IPv6"],
    ["http://[0:0:0:0:0:0:0:1]/", "long IPv6"],
    ["http://[::ffff:127.0.0.1]/", "mapped"],
    ["http://[::ffff:7f00:1]/", "mapped, hex"],
    ["http://[64:ff9b::127.0.0.1]/", "NAT64"],
    ["http://[2002:7f00:1::]/", "6to4"],
    ["http://[fe80::1]/", "link local"],
    ["http://localhost/", "a name of this machine"],
    ["http://LOCALHOST./", "and its trailing dot"],
    ["http://x.localhost/", "and what is below it"],
    ["http://ｌｏｃａｌｈｏｓｔ/", "and full-width"],
    ["http://169.254.169.254/latest/meta-data", "metadata"],
    ["http:\\\\127.0.0.1\\", "backslashes"],
    ["http:/127.0.0.1/", "one slash"],
    [" \thttp://127.0.0.1\n/", "white space"],
  ])("refuses %s (%s)", (text) => {
    expect(reasonOf(text)).toBe("source.blocked_address");
  });

  it.each([
    ["file:///etc/passwd", "source.blocked_scheme"],
    ["ftp://example.com/", "source.blocked_scheme"],
    ["gopher://example.com/", "source.blocked_scheme"],
    ["data:text/html,x", "source.blocked_scheme"],
    ["blob:https://example.com/1", "source.blocked_scheme"],
    ["javascript:alert(1)", "source.blocked_scheme"],
    ["http://example.com:22/", "source.blocked_port"],
    ["https://example.com:6379/", "source.blocked_port"],
    ["http://user@example.com/", "source.invalid_url"],
    ["http://user:pass@example.com/", "source.invalid_url"],
    ["http://example.com@127.0.0.1/", "source.invalid_url"],
    ["http://[fe80::1%25eth0]/", "source.invalid_url"],
    ["http://[::1", "source.invalid_url"],
    ["http://999.1.1.1/", "source.invalid_url"],
    ["example.com", "source.invalid_url"],
    ["", "source.invalid_url"],
    [`http://example.com/${"a".repeat(3_000)}`, "source.invalid_url"],
  ])("refuses %s: %s", (text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  it("makes addresses plain: no fragment, no trailing dot, names in ASCII", () => {
    expect(judgeUrl("https://Bücher.example.:443/a/../b?c#d", policy).href).toBe(
      "https://xn--bcher-kva.example/b?c",
    );
  });

  it("refuses every notation of every loopback address", () => {
    const loopback = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));
    const notation = fc.constantFrom(10, 8, 16);
    fc.assert(
      fc.property(loopback, fc.array(notation, { minLength: 4, maxLength: 4 }), (rest, bases) => {
        const octets = [127, ...rest].map((octet, i) => write(octet, bases[i]!));
        expect(reasonOf(`http://${octets.join(".")}/`)).toBe("source.blocked_address");
      }),
    );
  });

  const write = (octet: number, base: number) =>
    base === 10 ? `${octet}` : base === 8 ? `0${octet.toString(8)}` : `0x${octet.toString(16)}`;
});

describe("an exception", () => {
  const opened = { ...policy, exceptions: new Set(["127.0.0.1:8080", "wiki.internal:80"]) };
  it("opens its exact host and port in every notation, and no other", () => {
    expect(judgeUrl("http://0x7f.1:8080/a", opened).href).toBe("http://127.0.0.1:8080/a");
    expect(judgeUrl("http://wiki.internal/", opened).href).toBe("http://wiki.internal/");
    for (const other of ["http://127.0.0.1:8081/", "http://127.0.0.1/", "http://127.0.0.2:8080/"]) {
      expect(() => judgeUrl(other, opened)).toThrow();
    }
  });

  it.each([
    ["127.0.0.1:8080", "127.0.0.1:8080"],
    ["http://127.0.0.1:8080", "127.0.0.1:8080"],
    ["https://Wiki.Internal/", "wiki.internal:443"],
    ["[::1]:80", "[::1]:80"],
  ])("is read from %s", (entry, exception) => {
    expect(parseException(entry)).toBe(exception);
  });

  it.each([
    "127.0.0.1",
    "*.internal:80 x",
    "http://a/path",
    "a:b@c:80",
    "10.0.0.0/8",
    "",
    "ftp://a:21",
  ])("is not read from %j", (entry) => {
    expect(() => parseException(entry)).toThrow();
  });
});
