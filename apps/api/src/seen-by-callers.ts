import type { TRPC_ERROR_CODE_KEY, TRPC_ERROR_CODE_NUMBER } from "@trpc/server";

/** What every caller's types are made of, resolved: nothing here comes from a package that only the server has. */
export interface Shapes<Input, Output> {
  input: Input;
  output: Output;
  meta: object;
}

export interface ErrorShape {
  code: TRPC_ERROR_CODE_NUMBER;
  message: string;
  data: {
    code: TRPC_ERROR_CODE_KEY;
    httpStatus: number;
    path: string | undefined;
    /** Names the call in the logs. */
    correlationId: string | null;
    /** A stable key, such as `twin.not_found`. */
    reason: string;
    /** The first part of the input that was wrong. */
    field?: string;
    retryAfterSeconds?: number;
  };
}

export interface SeenByCallers {
  ctx: object;
  meta: object;
  errorShape: ErrorShape;
  transformer: false;
}
