import { useNavigate } from "@tanstack/react-router";
import { OneFieldDialog } from "#ui/one-field-dialog.tsx";
import { useSettleQuestion } from "./use-settle-question.ts";

/** Why nobody needs to answer it, in a few words. */
export function DismissDialog({ clusterId, onClose }: { clusterId: string; onClose: () => void }) {
  const navigate = useNavigate({ from: "/twins/$twinId/questions" });
  const done = () => {
    onClose();
    void navigate({ search: (now) => ({ ...now, open: undefined }) });
  };
  const { dismiss } = useSettleQuestion(done);
  return (
    <OneFieldDialog
      title="Set this question aside"
      description="It stays out of the inbox, also when it is asked again. You can reopen it."
      label="Why"
      initial="Not ours to answer"
      action="Set aside"
      working="Setting aside…"
      input={{ maxLength: 300 }}
      mutation={dismiss}
      onSubmit={(reason) => dismiss.mutate({ clusterId, reason })}
      onClose={onClose}
    />
  );
}
