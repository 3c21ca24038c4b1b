import { type NeedProvider, need } from "../need-provider.ts";

/** What a twin lacks before anyone can be let in. */
export const firstSteps: NeedProvider = async (_, { twin }) => {
  const isTaught = twin.sourceCount > 0;
  return [
    ...need("untaught", { count: isTaught ? 0 : 1 }),
    ...need("unpublished", { count: isTaught && twin.currentReleaseId === null ? 1 : 0 }),
    ...need("faceless", { count: twin.headline || twin.firstMessage ? 0 : 1 }),
  ];
};
