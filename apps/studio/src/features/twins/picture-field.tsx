import { useId, useRef, useState } from "react";
import { useFileDrop } from "#features/sources/use-file-drop.ts";
import { REASON_WORDS } from "#lib/reason-words.ts";
import { Button } from "#ui/button.tsx";
import { encodePicture } from "./encode-picture.ts";
import { TwinMark } from "./twin-mark.tsx";
import type { CharacterDraft } from "./use-character-draft.ts";

/** What to look at beside a name; made small before it leaves the browser, and saved with the rest. */
export function PictureField({ form: { draft, change } }: { form: CharacterDraft }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const [isRefused, setIsRefused] = useState(false);
  const [done, setDone] = useState("");
  const take = async (file: File | undefined) => {
    if (!file) return;
    const avatarUrl = await encodePicture(file);
    setIsRefused(avatarUrl === null);
    setDone(avatarUrl === null ? "" : `Picture chosen: ${file.name}`);
    if (avatarUrl !== null) change({ avatarUrl });
  };
  const remove = () => {
    change({ avatarUrl: null });
    setIsRefused(false);
    setDone("Picture removed");
    choose.current?.focus();
  };
  const isOver = useFileDrop(([file]) => void take(file));
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">Picture</legend>
      <div
        className={`flex flex-wrap items-center gap-2 rounded-md outline-offset-2 ${isOver ? "outline-2 outline-accent outline-dashed" : ""}`}
      >
        <span className="mr-2">
          <TwinMark twin={draft} size="large" />
        </span>
        <Button
          ref={choose}
          aria-describedby={isRefused ? `${id}-error ${id}-hint` : `${id}-hint`}
          onClick={() => input.current?.click()}
        >
          {draft.avatarUrl ? "Change picture" : "Choose a picture"}
        </Button>
        {draft.avatarUrl && (
          <Button variant="ghost" onClick={remove}>
            Remove picture
          </Button>
        )}
        <input
          ref={input}
          type="file"
          accept="image/*"
          hidden
          aria-label="Picture file"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </div>
      {isRefused && (
        <p id={`${id}-error`} className="text-sm text-bad" role="alert">
          {REASON_WORDS["twin.picture_unreadable"]}
        </p>
      )}
      <p id={`${id}-hint`} className="text-sm text-muted">
        Or drop a file here. The square in its middle is kept, small.
      </p>
      <p role="status" className="sr-only">
        {done}
      </p>
    </fieldset>
  );
}
