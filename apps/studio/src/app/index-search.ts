/** What the address says about a twin's index. */
export interface IndexSearch {
  /** The form that begins another one is open, with this model. */
  change?: true;
  model?: string;
}

export function readIndexSearch({ change, model }: Record<string, unknown>): IndexSearch {
  return {
    ...(change === true && { change }),
    ...(typeof model === "string" && { model }),
  };
}
