import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cookiePrefix, readSessionToken, sessionCookieName } from "./session-cookie.ts";

const secret = "S".repeat(32);
const name = sessionCookieName(true);
const sign = (token: string, key = secret) =>
  encodeURIComponent(`${token}.${createHmac("sha256", key).update(token).digest("base64")}`);

describe("readSessionToken", () => {
  it("gives the token of a cookie that we signed, wherever it stands", () => {
    const header = `theme=dark; ${name}=${sign("abc123")}; x=y`;
    expect(readSessionToken(header, { name, secret })).toBe("abc123");
  });

  it.each([
    ["no cookie", null],
    ["an empty one", `${name}=`],
    ["no signature", `${name}=abc123`],
    ["an empty token", `${name}=${sign("")}`],
    ["another key's signature", `${name}=${sign("abc123", "T".repeat(32))}`],
    ["a cut signature", `${name}=${sign("abc123").slice(0, -8)}`],
    ["another token's signature", `${name}=${sign("abc123").replace("abc123", "abc124")}`],
    ["a broken encoding", `${name}=%E0%A4%A`],
    ["null", `${name}=null`],
    ["a token without algorithm", `${name}=eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.`],
    ["a cookie of another name", `session=${sign("abc123")}`],
  ])("gives nothing for %s", (_, header) => {
    expect(readSessionToken(header, { name, secret })).toBeNull();
  });

  it("never throws and never takes what was not signed", () => {
    fc.assert(
      fc.property(fc.string(), (noise) => {
        expect(readSessionToken(`${name}=${noise}`, { name, secret })).toBeNull();
      }),
    );
  });
});

it("binds the cookie to the host when the instance has https", () => {
  expect(cookiePrefix(true)).toBe("__Host-understudy");
  expect(cookiePrefix(false)).toBe("understudy");
});
