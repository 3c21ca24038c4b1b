import { useSuspenseQuery } from "@tanstack/react-query";
import { useTwin } from "#features/twins/use-twin.ts";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { DomainForm } from "./domain-form.tsx";
import { ProofPlaces } from "./proof-places.tsx";
import { VerificationHistory } from "./verification-history.tsx";
import { VerificationState } from "./verification-state.tsx";

export function VerificationPage() {
  const twin = useTwin();
  usePageTitle("Verification", twin.name);
  const trpc = useTRPC();
  const found = useSuspenseQuery(trpc.verification.get.queryOptions({ twinId: twin.id })).data;
  const isBegun = found !== null && found.status !== "revoked";
  return (
    <div className="grid content-start px-6 max-md:px-4">
      {isBegun ? (
        <>
          <VerificationState key={found.token} verification={found} />
          <ProofPlaces verification={found} />
        </>
      ) : (
        <DomainForm twinId={twin.id} />
      )}
      {found && <VerificationHistory events={found.history} />}
    </div>
  );
}
