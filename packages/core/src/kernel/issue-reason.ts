import type { z } from "zod";

/** Why an input is refused: what the shape itself gave as `params.reason`, or that it is not as it should be. */
export function issueReason(issue: z.core.$ZodIssue | undefined): string {
  const given = issue?.code === "custom" ? issue.params?.reason : undefined;
  return typeof given === "string" ? given : "input.invalid";
}
