import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { FileArchive } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { EraseWorkspaceDialog } from "./erase-workspace-dialog.tsx";
import { ErasuresSection } from "./erasures-section.tsx";
import { ExportsSection } from "./exports-section.tsx";
import { usePrivacyChanged } from "./use-privacy-changed.ts";

export function PrivacyPage() {
  usePageTitle("Privacy");
  const trpc = useTRPC();
  const { data: tenant } = useSuspenseQuery(trpc.tenant.get.queryOptions({}));
  const [isErasing, setIsErasing] = useState(false);
  const changed = usePrivacyChanged();
  const exporting = useMutation(trpc.tenant.export.mutationOptions({ onSettled: changed }));
  const isOwner = tenant.role === "owner";
  return (
    <>
      <PageHead title="Privacy" detail="Take your data out, or erase it, and prove it" />
      <Section
        title="Exports"
        text="All that is kept, as JSON and the original files, in one ZIP. Of a visitor from their page under Audience, of a twin from its menu, of the whole workspace from here."
        action={
          isOwner && (
            <Button disabled={exporting.isPending} onClick={() => exporting.mutate({})}>
              <FileArchive aria-hidden />
              Export the workspace
            </Button>
          )
        }
      >
        <ExportsSection />
      </Section>
      <Section
        title="Erasures and receipts"
        text="Each erasure looks through every table, file and vector store afterwards and signs what it found."
      >
        <ErasuresSection />
      </Section>
      {isOwner && (
        <Section
          title="Erase this workspace"
          text="Everything in it, for good; at once, or on a day until which you can call it off."
          action={
            <Button variant="danger" onClick={() => setIsErasing(true)}>
              Erase the workspace
            </Button>
          }
        />
      )}
      {isErasing && <EraseWorkspaceDialog onClose={() => setIsErasing(false)} />}
    </>
  );
}

function Section({
  title,
  text,
  action,
  children,
}: {
  title: string;
  text: string;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section aria-label={title} className="mb-8 grid gap-3">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-6 max-md:px-4">
        <div className="grid max-w-prose gap-1">
          <h2 className="font-semibold">{title}</h2>
          <p className="text-sm text-pretty text-muted">{text}</p>
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
