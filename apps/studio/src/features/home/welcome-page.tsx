import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { CreateTwinForm } from "#features/twins/create-twin-form.tsx";
import { rememberTwin } from "#features/twins/last-twin.ts";
import { personQuery } from "#lib/account.ts";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { AskBox } from "./ask-box.tsx";
import { FirstSource } from "./first-source.tsx";
import { ReadyTwin } from "./ready-twin.tsx";
import { WelcomeStep } from "./welcome-step.tsx";

/** The first steps on one page, made of the product's own parts; the address keeps the place. */
export function WelcomePage() {
  usePageTitle("Welcome");
  const trpc = useTRPC();
  const navigate = useNavigate({ from: "/welcome" });
  const { twin: twinId } = useSearch({ from: "/studio/welcome" });
  const { data: person } = useSuspenseQuery(personQuery);
  const twin = useQuery(
    trpc.twin.get.queryOptions({ twinId: twinId ?? "" }, { enabled: twinId !== undefined }),
  );
  const sources = useQuery(
    trpc.source.list.queryOptions({ twinId: twinId ?? "" }, { enabled: twinId !== undefined }),
  );
  const isTaught = sources.data?.items.some(({ status }) => status === "live") ?? false;
  return (
    <div className="mx-auto grid max-w-xl gap-2 px-6 py-12 max-md:px-4 max-md:py-6">
      <h1 className="text-xl font-semibold">Welcome, {person?.name || "and well met"}</h1>
      <p className="mb-6 text-pretty text-muted">
        Three steps to a first cited answer. You can leave at any time; this page keeps its place.
      </p>
      <ol className="grid">
        <WelcomeStep
          number={1}
          title="Name your twin"
          state={twin.data ? "done" : "current"}
          summary={twin.data?.name}
        >
          <CreateTwinForm
            onCreated={({ id }) => {
              rememberTwin(id);
              void navigate({ search: { twin: id }, replace: true });
            }}
            actions={(isPending) => (
              <div>
                <Button type="submit" variant="primary" disabled={isPending}>
                  {isPending ? "Creating…" : "Create twin"}
                </Button>
              </div>
            )}
          />
        </WelcomeStep>
        <WelcomeStep
          number={2}
          title="Teach it something"
          state={!twin.data ? "waiting" : "current"}
          isDone={isTaught}
        >
          {twin.data && <FirstSource twin={twin.data} sources={sources.data?.items ?? []} />}
        </WelcomeStep>
        <WelcomeStep
          number={3}
          title="Ask a first question"
          state={isTaught ? "current" : "waiting"}
        >
          {twin.data && (
            <div className="grid gap-2">
              <AskBox twin={twin.data} />
              <p className="text-sm text-muted">
                Ask something the source answers. Each statement shows where it comes from.
              </p>
            </div>
          )}
        </WelcomeStep>
      </ol>
      {!twinId && <ReadyTwin />}
      <p className="mt-4 text-sm text-muted">
        <Link to="/twins" search={{}} className="underline hover:text-ink">
          Skip to the studio
        </Link>
      </p>
    </div>
  );
}
