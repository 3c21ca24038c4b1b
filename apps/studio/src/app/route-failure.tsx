import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { useRouter } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import { explainFailure, isGone } from "#lib/explain-failure.ts";
import { Button } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { NotFound } from "./not-found.tsx";

export function RouteFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  if (isGone(error)) return <NotFound />;
  const { text, correlationId } = explainFailure(error);
  const retry = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  return (
    <div role="alert">
      <EmptyState
        icon={<TriangleAlert />}
        title="This screen could not be shown"
        action={
          <>
            <Button variant="primary" onClick={retry}>
              Try again
            </Button>
            {correlationId && (
              <CopyButton size="medium" text={correlationId} label="Copy reference" />
            )}
          </>
        }
        example={correlationId && `Reference ${correlationId}`}
      >
        {text}
      </EmptyState>
    </div>
  );
}
