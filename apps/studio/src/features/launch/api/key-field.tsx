import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Twin } from "@understudy/core/twin/contract";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { KEY_RIGHTS } from "../../settings/key-rights.ts";

/** One that is there, or one that is made for this twin; this page alone knows it, until it is left. */
export function KeyField({
  twin,
  apiKey,
  onChange,
}: {
  twin: Twin;
  apiKey: string;
  onChange: (apiKey: string) => void;
}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const create = useMutation(
    trpc.apiKey.create.mutationOptions({
      meta: { inline: true },
      gcTime: 0,
      onSuccess: ({ key }) => {
        onChange(key);
        return queryClient.invalidateQueries(trpc.apiKey.list.pathFilter());
      },
    }),
  );
  const made = create.data?.key === apiKey;
  const make = () =>
    create.mutate({
      name: `API page, ${twin.name}`.slice(0, 80),
      kind: "secret",
      twinIds: [twin.id],
      scopes: [...KEY_RIGHTS.ask.scopes],
    });
  return (
    <>
      <FormFailure error={create.error} />
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-64">
          <Field label="Secret key">
            {(ids) => (
              <Input
                {...ids}
                type={made ? "text" : "password"}
                autoComplete="off"
                spellCheck={false}
                placeholder="us_sk_…"
                className="font-mono"
                value={apiKey}
                onChange={(event) => onChange(event.target.value.trim())}
              />
            )}
          </Field>
        </div>
        <Button disabled={create.isPending || made} onClick={make}>
          Make a key
        </Button>
      </div>
      {made ? (
        <div role="status" className="grid gap-2 text-sm">
          <p className="text-pretty">
            This key only asks this twin. It is shown this once: copy it before you leave the page.
            API keys in the workspace's settings lists it, and ends it.
          </p>
          <div className="flex flex-wrap gap-2">
            <CopyButton text={apiKey} label="Copy key" />
            <CopyButton text={`export UNDERSTUDY_API_KEY=${apiKey}`} label="Copy as a variable" />
          </div>
        </div>
      ) : (
        <p className="text-pretty text-sm text-muted">
          Paste one, or make one for this twin. The examples read it from UNDERSTUDY_API_KEY.
        </p>
      )}
    </>
  );
}
