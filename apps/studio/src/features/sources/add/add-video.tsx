import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Select } from "#ui/select.tsx";
import { AddActions } from "./add-actions.tsx";
import type { AddFormProps } from "./add-dialog.tsx";
import { AddressField } from "./address-field.tsx";
import { languageWords } from "./language-words.ts";
import { PreflightOutcome } from "./preflight-outcome.tsx";
import { useAdded } from "./use-added.ts";
import { usePreflight } from "./use-preflight.ts";

/** What is said in a video, by its captions. */
export function AddVideo({ twinId, address, onAddress, onKind, onDone }: AddFormProps) {
  const trpc = useTRPC();
  const onSuccess = useAdded(onDone);
  const [language, setLanguage] = useState("");
  const preflight = usePreflight({ twinId, url: address, as: "youtube" });
  const { item } = preflight;
  const captions = item?.captions ?? [];
  const isMute = item?.captions?.length === 0 || item?.problem;
  const add = useMutation(
    trpc.source.addYoutube.mutationOptions({ meta: { inline: true }, onSuccess }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ twinId, url: address, ...(language && { language }) });
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-4">
      <FormFailure error={add.error} />
      <AddressField
        kind="video"
        value={address}
        placeholder="https://www.youtube.com/watch?v=…"
        hint="A YouTube video. Its captions become the text, and citations lead to the second."
        onChange={onAddress}
        onKind={onKind}
      />
      <PreflightOutcome twinId={twinId} preflight={preflight} />
      {captions.length > 1 && (
        <Field label="Captions">
          {(ids) => (
            <Select
              {...ids}
              className="w-64"
              value={language}
              onChange={(event) => setLanguage(event.target.value)}
            >
              <option value="">As the video itself</option>
              {captions.map((caption) => (
                <option key={`${caption.language}-${caption.automatic}`} value={caption.language}>
                  {languageWords(caption)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {isMute && (
        <p className="text-sm text-muted">
          Do you have the transcript?{" "}
          <Button size="small" onClick={() => onKind("note")}>
            Paste it
          </Button>{" "}
          <Button size="small" onClick={() => onKind("files")}>
            Upload it (SRT, VTT, text)
          </Button>
        </p>
      )}
      <AddActions label="Add video" isPending={add.isPending} onCancel={onDone} />
    </form>
  );
}
