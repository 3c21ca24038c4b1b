import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHead } from "#ui/page.tsx";
import { ShowMore } from "#ui/show-more.tsx";
import { CreateKeyDialog } from "./create-key-dialog.tsx";
import { KeysTable } from "./keys-table.tsx";

export function KeysPage() {
  usePageTitle("API keys");
  const trpc = useTRPC();
  const [isCreating, setIsCreating] = useState(false);
  const list = useSuspenseInfiniteQuery(
    trpc.apiKey.list.infiniteQueryOptions({}, { getNextPageParam }),
  );
  const keys = list.data.pages.flatMap((page) => page.items);
  const create = (
    <Button variant="primary" onClick={() => setIsCreating(true)}>
      <Plus aria-hidden />
      New key
    </Button>
  );
  return (
    <>
      <PageHead title="API keys" detail="For servers that ask your twins" actions={create} />
      {keys.length > 0 ? (
        <KeysTable keys={keys} />
      ) : (
        <EmptyState
          icon={<KeyRound />}
          title="Ask from your own code"
          action={create}
          example="For example an internal tool that answers from a handbook twin."
        >
          With a secret key, any OpenAI client can talk to a twin, and the typed client can do what
          this studio does.
        </EmptyState>
      )}
      <ShowMore list={list} />
      <p className="px-6 py-4 text-sm text-muted max-md:px-4">
        Examples that are ready to copy, and to try, are with each twin: under Launch, API.
      </p>
      {isCreating && <CreateKeyDialog onClose={() => setIsCreating(false)} />}
    </>
  );
}
