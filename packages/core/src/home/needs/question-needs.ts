import { countOpenQuestions } from "@understudy/db/queries/needs";
import { type NeedProvider, need } from "../need-provider.ts";

export const questionNeeds: NeedProvider = async (tx, { twin }) =>
  need("open_question", await countOpenQuestions(tx, twin.id));
