import { useSuspenseQuery } from "@tanstack/react-query";
import { personQuery } from "#lib/account.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { PageHead } from "#ui/page.tsx";
import { ChangePasswordForm } from "./change-password-form.tsx";
import { NoticePreferences } from "./notice-preferences.tsx";
import { SessionsTable } from "./sessions-table.tsx";

export function AccountPage() {
  usePageTitle("Account");
  const { data: person } = useSuspenseQuery(personQuery);
  return (
    <>
      <PageHead title="Account" detail={person?.email} />
      <section aria-labelledby="sessions" className="pb-8">
        <h2 id="sessions" className="px-6 py-3 font-semibold max-md:px-4">
          Where you are signed in
        </h2>
        <SessionsTable />
      </section>
      <section aria-labelledby="notices" className="grid max-w-md gap-4 px-6 pb-10 max-md:px-4">
        <div>
          <h2 id="notices" className="font-semibold">
            What you hear of by mail
          </h2>
          <p className="text-sm text-pretty text-muted">
            To {person?.email}, in the workspace that is open now. Every mail has a link that stops
            its kind. What other systems hear of is set under Webhooks.
          </p>
        </div>
        <NoticePreferences />
      </section>
      <section aria-labelledby="password" className="grid max-w-md gap-4 px-6 pb-10 max-md:px-4">
        <div>
          <h2 id="password" className="font-semibold">
            Change your password
          </h2>
          <p className="text-sm text-pretty text-muted">
            You stay signed in here, and are signed out everywhere else.
          </p>
        </div>
        <ChangePasswordForm email={person?.email ?? ""} />
      </section>
    </>
  );
}
