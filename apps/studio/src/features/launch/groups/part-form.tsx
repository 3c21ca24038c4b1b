import type { FormEvent, ReactNode } from "react";
import { SaveBar } from "../save-bar.tsx";

/** One part of a group, with what saves it. */
export function PartForm({
  isChanged,
  saving,
  onDiscard,
  onSave,
  children,
}: {
  isChanged: boolean;
  saving: { isPending: boolean; error: unknown };
  onDiscard: () => void;
  onSave: () => void;
  children: ReactNode;
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <form onSubmit={submit} className="flex min-h-full flex-col">
      <div className="flex-1 px-6 max-md:px-4">{children}</div>
      <SaveBar
        isChanged={isChanged}
        isSaving={saving.isPending}
        error={saving.error}
        onDiscard={onDiscard}
      />
    </form>
  );
}
