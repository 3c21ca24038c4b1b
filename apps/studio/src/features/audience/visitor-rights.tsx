import { Link } from "@tanstack/react-router";
import { VisitorPrivacy } from "#features/privacy/visitor-privacy.tsx";
import { type Profile, personName } from "./audience.ts";

/** What they may ask for, and how much they may ask. */
export function VisitorRights({ profile }: { profile: Profile }) {
  return (
    <section aria-labelledby="visitor-rights" className="grid gap-2">
      <h3 id="visitor-rights" className="text-sm font-semibold">
        Privacy and limits
      </h3>
      <VisitorPrivacy visitorId={profile.id} name={personName(profile)} />
      <p className="text-sm text-muted">
        How much they may ask:{" "}
        <Link to="/settings/usage" search={{ set: `visitor.${profile.id}` }} className="underline">
          set their limits
        </Link>
        .
      </p>
    </section>
  );
}
