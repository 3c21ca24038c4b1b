/** What a process counts about itself; ids and contents are no labels. */
export interface Meters {
  request(seen: { method: string; route: string; status: number; seconds: number }): void;
  job(seen: { kind: string; outcome: string; seconds: number }): void;
  call(seen: {
    provider: string;
    outcome: string;
    seconds: number;
    inputTokens?: number;
    outputTokens?: number;
  }): void;
}

export const NO_METERS: Meters = { request() {}, job() {}, call() {} };
