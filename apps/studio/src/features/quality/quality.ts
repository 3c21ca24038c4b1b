import type { Outputs } from "#lib/trpc.ts";

export type Test = Outputs["quality"]["listTests"]["items"][number];
export type Expectation = Test["expectations"][number];
export type Run = Outputs["quality"]["listRuns"]["items"][number];
export type RunDetail = Outputs["quality"]["getRun"];
export type Result = RunDetail["results"][number];
export type Outcome = NonNullable<Result["tested"]>;
export type Verdict = Outcome["verdict"];
export type Draft = Outputs["quality"]["draftTests"]["items"][number];
