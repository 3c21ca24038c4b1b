import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import type { Toasts } from "#ui/toast-store.ts";
import { explainFailure, isGone, isSignedOut } from "./explain-failure.ts";

const FRESH_MS = 10_000;
const MAX_RETRIES = 2;

declare module "@tanstack/react-query" {
  interface Register {
    /** `inline: true` on a mutation whose own form says what went wrong. */
    mutationMeta: { inline?: boolean };
  }
}

export function createQueryClient({
  toasts,
  onSignedOut,
}: {
  toasts: Toasts;
  onSignedOut: () => void;
}): QueryClient {
  const leaveIfSignedOut = (error: unknown) => {
    if (!isSignedOut(error)) return;
    const { reason, text } = explainFailure(error);
    const isNew = !toasts.read().some((toast) => toast.text === text);
    if (reason === "account.no_tenant" && isNew) toasts.show({ tone: "bad", text });
    onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveIfSignedOut }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        leaveIfSignedOut(error);
        if (mutation.meta?.inline) return;
        const { text, correlationId } = explainFailure(error);
        toasts.show({ tone: "bad", text, detail: correlationId && `Reference ${correlationId}` });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) => failures < MAX_RETRIES && !isGone(error) && !isSignedOut(error),
      },
    },
  });
}
