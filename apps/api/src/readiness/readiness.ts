import type { Dependency, Status } from "@understudy/core/status/contract";
import type { z } from "zod";

const CHECK_TIMEOUT_MS = 2_000;

export type State = Pick<z.infer<typeof Dependency>, "state" | "detail">;

/** One thing this process rests on; a required one that fails makes the process not ready. */
export interface ReadinessCheck {
  name: string;
  required: boolean;
  check(): Promise<State> | State;
}

export interface Readiness {
  status(): Promise<Status>;
  /** From here on the process says that it is not ready, whatever its dependencies say. */
  drain(): void;
}

/** Checks that hang or throw are that dependency's failure; callers at the same time share one round. */
export function createReadiness(checks: readonly ReadinessCheck[]): Readiness {
  let draining = false;
  let round: Promise<Status> | null = null;
  const judge = async (): Promise<Status> => {
    const dependencies = await Promise.all(checks.map(judgeOne));
    return {
      ready: dependencies.every(({ required, state }) => !required || state !== "failed"),
      dependencies,
    };
  };
  return {
    async status() {
      round ??= judge().finally(() => {
        round = null;
      });
      const status = await round;
      return draining ? { ...status, ready: false } : status;
    },
    drain() {
      draining = true;
    },
  };
}

async function judgeOne({
  name,
  required,
  check,
}: ReadinessCheck): Promise<z.infer<typeof Dependency>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<State>((resolve) => {
    const detail = `no answer within ${CHECK_TIMEOUT_MS / 1_000} s`;
    timer = setTimeout(() => resolve({ state: "failed", detail }), CHECK_TIMEOUT_MS);
  });
  const judged = await Promise.race([attempt(check), late]);
  clearTimeout(timer);
  return { name, required, ...judged };
}

/** The words of an outage stay in the logs of what failed: they may name hosts and paths. */
async function attempt(check: ReadinessCheck["check"]): Promise<State> {
  try {
    return await check();
  } catch {
    return { state: "failed", detail: "the check failed" };
  }
}
