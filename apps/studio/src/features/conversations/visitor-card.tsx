import { Link } from "@tanstack/react-router";
import { BadgeCheck } from "lucide-react";
import type { ReactNode } from "react";
import { VisitorPrivacy } from "#features/privacy/visitor-privacy.tsx";
import { countOf } from "#lib/format-count.ts";
import { formatMoment } from "#lib/format-time.ts";
import { CHANNEL_NAMES } from "./conversation-words.ts";
import type { OperatedConversation } from "./operated.ts";

/** Who asked, by which way, and what they agreed to. */
export function VisitorCard({ conversation }: { conversation: OperatedConversation }) {
  const { visitor, way, channel, createdAt } = conversation;
  const place = way ? `${CHANNEL_NAMES[channel]} “${way}”` : CHANNEL_NAMES[channel];
  return (
    <dl className="mb-5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 rounded-lg border border-line p-3 text-sm">
      <Fact name="Came by">
        {place}, {formatMoment(createdAt)}
      </Fact>
      {visitor && (
        <>
          <Fact name="Visitor">
            <span className="flex flex-wrap items-center gap-1.5 break-all">
              <Link
                to="/twins/$twinId/audience"
                params={{ twinId: conversation.twinId }}
                search={{ open: visitor.id }}
                className="underline"
              >
                {visitor.name ?? visitor.email ?? "Not named"}
              </Link>
              {visitor.isVerified && (
                <span className="flex items-center gap-1 text-good">
                  <BadgeCheck aria-hidden className="size-3.5" />
                  verified
                </span>
              )}
              {visitor.isBlocked && <span className="text-bad">blocked</span>}
            </span>
          </Fact>
          {visitor.email && <Fact name="E-mail">{visitor.email}</Fact>}
          <Fact name="First seen">
            {formatMoment(visitor.firstSeenAt)}, {countOf(visitor.conversations, "conversation")}
          </Fact>
          <Fact name="Privacy">
            <VisitorPrivacy visitorId={visitor.id} name={visitor.name ?? visitor.email} />
          </Fact>
          {visitor.consentAt && (
            <Fact name="Agreed">
              “{visitor.consentText}”, {formatMoment(visitor.consentAt)}
            </Fact>
          )}
        </>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
