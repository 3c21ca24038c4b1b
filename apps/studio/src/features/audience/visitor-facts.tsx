import { BadgeCheck } from "lucide-react";
import type { ReactNode } from "react";
import { CHANNEL_NAMES } from "#features/conversations/conversation-words.ts";
import { countOf } from "#lib/format-count.ts";
import { formatMoment } from "#lib/format-time.ts";
import { type Profile, SOURCE_NAMES } from "./audience.ts";

/** Who they are and how that is known, what they asked, and the proof of what they agreed to. */
export function VisitorFacts({ profile }: { profile: Profile }) {
  const { email, externalId, isVerified, verifiedAs, verifiedAt, source, figures } = profile;
  const byWay = profile.groups.filter(({ isByName }) => !isByName);
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 rounded-lg border border-line p-3 text-sm">
      {profile.blockedAt && (
        <Fact name="Blocked">
          <span className="text-bad">
            {formatMoment(profile.blockedAt)}
            {profile.blockedReason && `: ${profile.blockedReason}`}
          </span>
        </Fact>
      )}
      {email && <Fact name="E-mail">{email}</Fact>}
      {externalId && <Fact name="Your id">{externalId}</Fact>}
      <Fact name="Proof">
        {isVerified ? (
          <span className="inline-flex flex-wrap items-center gap-1">
            <BadgeCheck aria-hidden className="size-3.5 text-good" />
            {verifiedWords(verifiedAs)}
            {verifiedAt && `, ${formatMoment(verifiedAt)}`}
          </span>
        ) : (
          "None: what stands here is what was said or imported"
        )}
      </Fact>
      <Fact name="Came by">
        {SOURCE_NAMES[source]}
        {profile.browsers > 1 && `, in ${countOf(profile.browsers, "browser")}`}
      </Fact>
      <Fact name="Seen">
        {formatMoment(profile.firstSeenAt)} to {formatMoment(profile.lastSeenAt)}
      </Fact>
      <Fact name="Asked">
        {countOf(figures.messages, "question")} in {countOf(figures.conversations, "conversation")}
      </Fact>
      {figures.limits.map(({ accessGroupId, accessGroup, period, used, most }) => (
        <Fact key={`${accessGroupId} ${period}`} name="Limit">
          {used} of {most} this {period}, by {accessGroup}
        </Fact>
      ))}
      {byWay.length > 0 && (
        <Fact name="Also in">
          {byWay.map(({ name }) => name).join(", ")}, by the way they came or their address
        </Fact>
      )}
      <ConsentFact consent={profile.consent} />
    </dl>
  );
}

function verifiedWords(verifiedAs: string | null): string {
  const address = verifiedAs?.startsWith("mailto:") ? verifiedAs.slice("mailto:".length) : null;
  if (address) return `Proved by a code sent to ${address}`;
  return `Signed by your server as “${verifiedAs}”`;
}

function ConsentFact({ consent }: { consent: Profile["consent"] }) {
  if (!consent) return <Fact name="Consent">None was given</Fact>;
  const channel = Object.entries(CHANNEL_NAMES).find(([name]) => name === consent.channel)?.[1];
  const place = [consent.way ? `${channel} “${consent.way}”` : channel, consent.origin];
  return (
    <Fact name="Consent">
      <q className="block text-pretty">{consent.text}</q>
      <span className="text-muted">
        {[formatMoment(consent.at), ...place].filter(Boolean).join(" · ")}
      </span>
    </Fact>
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
