import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { explainFailure } from "./explain-failure.ts";
import { toRefusal } from "./request-failed.ts";

const told = (data: object, message = "Said by the server.") =>
  new TRPCClientError(message, { result: { error: { code: -32_000, message, data } } });

test("says a known reason in our words, with the reference", () => {
  const error = told({ code: "CONFLICT", reason: "twin.handle_taken", correlationId: "ref" });
  expect(explainFailure(error)).toMatchObject({
    text: expect.stringContaining("Another twin has this handle"),
    correlationId: "ref",
  });
});

test("passes on what the server says of a reason it alone knows", () => {
  expect(explainFailure(told({ code: "BAD_REQUEST", reason: "new.reason" })).text).toBe(
    "Said by the server.",
  );
});

test("keeps the inside of a fault to itself", () => {
  const fault = told({ code: "INTERNAL_SERVER_ERROR", reason: "internal" }, "relation missing");
  expect(explainFailure(fault).text).not.toContain("relation");
});

test.each([
  [
    '{"error":{"reason":"source.too_large","message":"m","correlationId":"ref"}}',
    "source.too_large",
  ],
  ['{"code":"INVALID_EMAIL_OR_PASSWORD","message":"m"}', "INVALID_EMAIL_OR_PASSWORD"],
  ["<html>proxy</html>", undefined],
])("reads the reason of %s", (body, reason) => {
  expect(toRefusal({ status: 400, body, correlationId: null }).reason).toBe(reason);
});
