import type { Source } from "@understudy/core/source/contract";
import { KeyRound, RotateCw } from "lucide-react";
import { useState } from "react";
import { Button } from "#ui/button.tsx";
import { FormError } from "#ui/form-error.tsx";
import { failureWords } from "./failure-words.ts";
import { PasswordDialog } from "./password-dialog.tsx";
import { useSourceActions } from "./use-source-actions.ts";

/** Why there is no text to show, and what can be done about it. */
export function NotLive({ source }: { source: Source }) {
  const { retry } = useSourceActions();
  const [isAsking, setIsAsking] = useState(false);
  const [hasTried, setHasTried] = useState(false);
  if (!source.failure) {
    return (
      <p className="p-4 text-muted">
        The text appears here as soon as the source is live. You can leave; it goes on by itself.
      </p>
    );
  }
  const isEncrypted = source.failure.reason === "source.encrypted";
  return (
    <div className="grid justify-items-start gap-3 p-4">
      <FormError>
        {isEncrypted && hasTried ? "That is not its password." : failureWords(source.failure)}
      </FormError>
      {isEncrypted ? (
        <Button onClick={() => setIsAsking(true)}>
          <KeyRound aria-hidden />
          Enter password
        </Button>
      ) : (
        <Button onClick={() => retry(source)}>
          <RotateCw aria-hidden />
          Try again
        </Button>
      )}
      {isAsking && (
        <PasswordDialog
          source={source}
          onTried={() => setHasTried(true)}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  );
}
