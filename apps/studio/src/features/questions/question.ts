import type { Outputs, RouterInput } from "#lib/trpc.ts";

export type QuestionPage = Outputs["question"]["list"];
export type Question = QuestionPage["items"][number];
export type QuestionDetail = Outputs["question"]["get"];
export type Asked = QuestionDetail["asked"][number];
export type AnswerWanted = RouterInput["question"]["answer"];
