import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { isGone } from "#lib/explain-failure.ts";
import { useTRPC } from "#lib/trpc.ts";
import { FormFailure } from "#ui/form-failure.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { SidePanel } from "#ui/side-panel.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { personName } from "./audience.ts";
import { VisitorConversations } from "./visitor-conversations.tsx";
import { VisitorFacts } from "./visitor-facts.tsx";
import { VisitorForm } from "./visitor-form.tsx";
import { VisitorMarks } from "./visitor-marks.tsx";

/** The person that the address names, beside the list: who they are, what they agreed to, what they asked. */
export function VisitorPanel({
  twinId,
  visitorId,
  onClose,
}: {
  twinId: string;
  visitorId: string;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const { data: profile, error } = useQuery(trpc.audience.get.queryOptions({ visitorId }));
  return (
    <SidePanel label="Person" onClose={onClose}>
      <header className="flex items-start gap-1 border-b border-line py-3 pr-2 pl-4">
        <h2 className="min-w-0 flex-1 py-1 font-semibold break-words">
          {profile ? personName(profile) : <Skeleton className="h-5 w-40" />}
        </h2>
        <IconButton label="Close" keys="esc" size="small-icon" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </header>
      {error && (
        <div className="p-4">
          {isGone(error) ? (
            <p>This person is not there any more.</p>
          ) : (
            <FormFailure error={error} />
          )}
        </div>
      )}
      {profile && (
        <>
          <VisitorMarks profile={profile} />
          <section
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
            tabIndex={0}
            aria-label="What is known of them"
            className="grid min-h-0 flex-1 content-start gap-6 overflow-y-auto p-4 -outline-offset-2"
          >
            <VisitorFacts profile={profile} />
            <VisitorForm key={profile.id} profile={profile} />
            <VisitorConversations twinId={twinId} visitorId={profile.id} />
          </section>
        </>
      )}
    </SidePanel>
  );
}
