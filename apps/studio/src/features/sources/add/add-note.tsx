import { AddActions } from "./add-actions.tsx";
import { AddNoteForm } from "./add-note-form.tsx";
import { useAdded } from "./use-added.ts";

export function AddNote({
  twinId,
  about,
  onDone,
}: {
  twinId: string;
  about: string | undefined;
  onDone: () => void;
}) {
  const onAdded = useAdded(onDone);
  return (
    <AddNoteForm
      twinId={twinId}
      about={about}
      onAdded={onAdded}
      actions={(isPending) => (
        <AddActions label="Add note" isPending={isPending} onCancel={onDone} />
      )}
    />
  );
}
