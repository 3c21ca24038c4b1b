import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { Tooltip } from "radix-ui";
import { useState } from "react";
import { AnswerDeskProvider } from "#features/chat/answer-desk-provider.tsx";
import { UploadsProvider } from "#features/sources/uploads-provider.tsx";
import { createQueryClient } from "#lib/query-client.ts";
import { createApiClient, TRPCProvider } from "#lib/trpc.ts";
import { createToasts } from "#ui/toast-store.ts";
import { Toaster } from "#ui/toaster.tsx";
import { createStudioRouter } from "./router.tsx";

function createStudio() {
  const toasts = createToasts();
  const queryClient = createQueryClient({
    toasts,
    onSignedOut: () => {
      queryClient.setQueryData(["person"], null);
      void router.invalidate();
    },
  });
  const router = createStudioRouter(queryClient);
  return { toasts, queryClient, router, api: createApiClient() };
}

export function Studio() {
  const [{ toasts, queryClient, router, api }] = useState(createStudio);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={api} queryClient={queryClient}>
        <Tooltip.Provider delayDuration={400}>
          <Toaster toasts={toasts}>
            <UploadsProvider>
              <AnswerDeskProvider>
                <RouterProvider router={router} />
              </AnswerDeskProvider>
            </UploadsProvider>
          </Toaster>
        </Tooltip.Provider>
      </TRPCProvider>
    </QueryClientProvider>
  );
}
