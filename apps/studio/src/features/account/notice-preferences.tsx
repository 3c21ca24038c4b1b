import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { NoticeKind } from "@understudy/core/notice/contract";
import { CheckField } from "#features/launch/check-field.tsx";
import { formatMoment } from "#lib/format-time.ts";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

/** A kind without words does not compile. */
const WORDS: Record<NoticeKind, { label: string; hint: string }> = {
  questions: {
    label: "Unanswered questions",
    hint: "Visitors asked what the twin could not answer. Once an hour at most.",
  },
  sources: {
    label: "Failed and old sources",
    hint: "What a source says does not reach visitors, or may no longer be true.",
  },
  quality: {
    label: "Answers that got worse",
    hint: "Tests that passed fail after the content has changed.",
  },
  budget: { label: "Budgets", hint: "80 % of what may be spent in a month is spent." },
  digest: {
    label: "The week in one mail",
    hint: "On Mondays: what happened, what needs you, what got better. Nothing where nothing did.",
  },
};

type Preferences = Outputs["notice"]["getPreferences"];

/** What one hears of by mail, in the workspace that is open now; each choice holds at once. */
export function NoticePreferences() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const query = trpc.notice.getPreferences.queryOptions({});
  const { data, error } = useQuery(query);
  const show = (preferences: Preferences) => queryClient.setQueryData(query.queryKey, preferences);
  const set = useMutation(
    trpc.notice.setPreferences.mutationOptions({ meta: { inline: true }, onSuccess: show }),
  );
  if (!data) return error ? <FormFailure error={error} /> : <Skeleton className="h-40" />;
  const { kinds, email, isMailOn, stopped } = data;
  const choose = (kind: NoticeKind, isOn: boolean) => {
    show({ ...data, kinds: { ...kinds, [kind]: isOn } });
    set.mutate({ kinds: { [kind]: isOn } }, { onError: () => show(data) });
  };
  return (
    <div className="grid gap-4">
      {!isMailOn && (
        <p className="rounded-md bg-warn-soft px-3 py-2 text-sm">
          This instance has no server for mail yet, so nothing is sent. Whoever runs it sets
          SMTP_URL.
        </p>
      )}
      {stopped && (
        <div className="grid justify-items-start gap-2 rounded-md bg-warn-soft px-3 py-2 text-sm">
          <p>
            Nothing is sent since {formatMoment(stopped.at)}: mails to {email} were refused too
            often (SMTP {stopped.refusal}).
          </p>
          <Button disabled={set.isPending} onClick={() => set.mutate({ resume: true })}>
            Send them again
          </Button>
        </div>
      )}
      {Object.entries(WORDS).map(([kind, { label, hint }]) => (
        <CheckField
          key={kind}
          label={label}
          hint={hint}
          checked={kinds[kind as NoticeKind]}
          onChange={(isOn) => choose(kind as NoticeKind, isOn)}
        />
      ))}
      <FormFailure error={set.error} />
    </div>
  );
}
