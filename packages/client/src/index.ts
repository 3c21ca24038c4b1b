// biome-ignore-all lint/performance/noBarrelFile: the one door of the package that engineers install.
export type { AppRouter } from "@understudy/api/router";
export type { AnswerEvent, Outputs } from "./answer-event.ts";
export type { AskRequest } from "./ask.ts";
export {
  type ClientOptions,
  createUnderstudyClient,
  type UnderstudyClient,
} from "./create-client.ts";
export { UnderstudyError } from "./understudy-error.ts";
