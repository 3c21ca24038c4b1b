import type { Verification } from "@understudy/core/verification/contract";
import { BadgeCheck, CircleDashed, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { FormSection } from "#features/twins/form-section.tsx";
import { formatMoment } from "#lib/format-time.ts";
import { REASON_WORDS } from "#lib/reason-words.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import { useVerification } from "./use-verification.ts";
import { METHOD_WORDS } from "./verification-words.ts";

/** How it stands, and what can be done about it. */
export function VerificationState({ verification }: { verification: Verification }) {
  const [isEnding, setIsEnding] = useState(false);
  const { check, revoke } = useVerification();
  const { twinId, domain, failureReason, checkedAt, isShown } = verification;
  return (
    <FormSection
      title="State"
      detail="We look again every day. Three days without it, and the badge goes."
    >
      <div role="status" className="grid gap-1">
        <Standing verification={verification} />
        {failureReason && (
          <p className="text-pretty text-sm">
            {REASON_WORDS[failureReason] ?? "The proof was not seen."}
          </p>
        )}
        <p className="text-sm text-muted">
          {check.isPending
            ? "Looking…"
            : checkedAt
              ? `Last looked for ${formatMoment(checkedAt)}.`
              : "Not looked for yet."}
        </p>
      </div>
      <FormFailure error={check.error} />
      <div className="flex flex-wrap gap-2">
        <Button
          variant={isShown ? "secondary" : "primary"}
          disabled={check.isPending}
          onClick={() => check.mutate({ twinId })}
        >
          Check now
        </Button>
        <Button onClick={() => setIsEnding(true)}>
          {isShown ? "Take the badge away" : "Another domain"}
        </Button>
      </div>
      {isEnding && (
        <ConfirmDialog
          isDangerous={isShown}
          title={isShown ? "Take the badge away?" : `Give up on ${domain}?`}
          description="The record and the file that are shown here prove nothing any more. You can begin again at once, with this domain or another, and get new ones."
          action={isShown ? "Take it away" : "Give up"}
          mutation={revoke}
          onConfirm={() => revoke.mutate({ twinId })}
          onClose={() => setIsEnding(false)}
        />
      )}
    </FormSection>
  );
}

function Standing({ verification }: { verification: Verification }) {
  const { domain, isShown, method, verifiedAt, standsUntil } = verification;
  if (!isShown || !method || !verifiedAt) {
    return (
      <p className="flex items-center gap-2 font-medium">
        <CircleDashed aria-hidden className="size-4 shrink-0 text-muted" />
        <span className="break-all">{domain} is not proven yet</span>
      </p>
    );
  }
  const Icon = standsUntil ? TriangleAlert : BadgeCheck;
  return (
    <>
      <p className="flex items-center gap-2 font-medium">
        <Icon
          aria-hidden
          className={`size-4 shrink-0 ${standsUntil ? "text-warn" : "text-good"}`}
        />
        <span className="break-all">Visitors see the badge: {domain}</span>
      </p>
      <p className="text-sm text-muted">
        Proven {METHOD_WORDS[method]} since {formatMoment(verifiedAt)}.
        {standsUntil &&
          ` It is not seen any more: the badge goes ${formatMoment(standsUntil)} unless it comes back.`}
      </p>
    </>
  );
}
