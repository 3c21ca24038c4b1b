import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { PanelFailure } from "#ui/panel-failure.tsx";
import { PanelHead } from "#ui/panel-head.tsx";
import { SidePanel } from "#ui/side-panel.tsx";
import { personName } from "./audience.ts";
import { VisitorConversations } from "./visitor-conversations.tsx";
import { VisitorFacts } from "./visitor-facts.tsx";
import { VisitorForm } from "./visitor-form.tsx";
import { VisitorMarks } from "./visitor-marks.tsx";
import { VisitorRights } from "./visitor-rights.tsx";

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
      <PanelHead title={profile && personName(profile)} isRuled onClose={onClose} />
      <PanelFailure error={error} gone="This person is not there any more." />
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
            <VisitorRights profile={profile} />
          </section>
        </>
      )}
    </SidePanel>
  );
}
