import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { EnvironmentError, readEnvironment } from "./env.ts";

const DATABASE_URL = "postgres://app:hunter2@db.internal:5432/understudy";
const strong = randomBytes(32).toString("base64url");

function problemsOf(variables: NodeJS.ProcessEnv): string {
  try {
    readEnvironment(variables);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
  return "";
}

describe("readEnvironment", () => {
  it("needs nothing on the embedded database", () => {
    const env = readEnvironment({});
    expect(env).toMatchObject({
      HOST: "127.0.0.1",
      PORT: 3000,
      SIGN_UP: "invite",
      MAX_UPLOAD_MB: 50,
    });
    expect(env.APP_SECRET).toBeUndefined();
  });

  it("takes an empty variable for an unset one", () => {
    expect(readEnvironment({ PORT: "", OPENAI_API_KEY: "" }).PORT).toBe(3000);
  });

  it("names every problem at once, and no value", () => {
    const problems = problemsOf({
      PORT: "many",
      SIGN_UP: "anyone",
      APP_URL: "ftp://files.example",
      CORS_ORIGINS: "https://ok.example, https://not.example/path",
      TRUSTED_PROXIES: "everyone",
      APP_SECRET: "short",
    });
    for (const name of [
      "PORT",
      "SIGN_UP",
      "APP_URL",
      "CORS_ORIGINS",
      "TRUSTED_PROXIES",
      "APP_SECRET",
    ]) {
      expect(problems).toContain(name);
    }
    for (const value of ["many", "anyone", "files.example", "not.example", "everyone"]) {
      expect(problems).not.toContain(value);
    }
  });

  it("reads exact exceptions to what may be fetched from, and no ranges", () => {
    const { EGRESS_ALLOW, EGRESS_PORTS } = readEnvironment({
      EGRESS_ALLOW: "wiki.internal:8080, https://10.0.0.5",
      EGRESS_PORTS: "80,443,8080",
    });
    expect(EGRESS_ALLOW).toEqual(["wiki.internal:8080", "10.0.0.5:443"]);
    expect(EGRESS_PORTS).toEqual([80, 443, 8080]);
    for (const EGRESS_ALLOW of ["10.0.0.0/8", "*", "wiki.internal", "*.internal:80"]) {
      expect(problemsOf({ EGRESS_ALLOW })).toContain("EGRESS_ALLOW");
    }
  });

  it.each([
    ["missing", {}, /APP_SECRET is missing/],
    ["short", { APP_SECRET: "abc" }, /APP_SECRET is shorter/],
    [
      "an example",
      { APP_SECRET: "change-me-change-me-change-me-change-me" },
      /APP_SECRET looks like/,
    ],
    ["regular", { APP_SECRET: "a".repeat(64) }, /APP_SECRET is too regular/],
  ])("refuses a server database with a secret that is %s", (_, secret, told) => {
    expect(problemsOf({ DATABASE_URL, ...secret })).toMatch(told);
    expect(problemsOf({ DATABASE_URL, ...secret })).not.toContain("hunter2");
  });

  it("takes a strong secret beside a server database", () => {
    expect(readEnvironment({ DATABASE_URL, APP_SECRET: strong }).APP_SECRET).toBe(strong);
  });
});
