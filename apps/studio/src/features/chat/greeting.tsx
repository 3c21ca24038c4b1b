import type { Twin } from "@understudy/core/twin/contract";
import { TwinMark } from "#features/twins/twin-mark.tsx";
import { Button } from "#ui/button.tsx";
import { AskAs } from "./ask-as.tsx";
import { Composer } from "./composer.tsx";

/** Before the first question: what the twin says first, and what one could ask. */
export function Greeting({
  twin,
  isStarting,
  isHeldUp,
  autoFocus = true,
  groupIds,
  onAsk,
  onGroups,
}: {
  twin: Twin;
  isStarting: boolean;
  isHeldUp: boolean;
  autoFocus?: boolean;
  /** As someone in these; undefined: as oneself. */
  groupIds: readonly string[] | undefined;
  onAsk: (question: string, giveBack?: () => void) => void;
  onGroups: (groupIds: string[] | undefined) => void;
}) {
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="grid min-h-0 flex-1 place-items-center overflow-y-auto px-6">
        <div className="grid max-w-md justify-items-center gap-3 py-8 text-center">
          <TwinMark twin={twin} size="large" />
          <h2 className="text-lg font-semibold text-balance">
            {twin.firstMessage || `Ask ${twin.name} something`}
          </h2>
          <p className="text-pretty text-muted">
            Answers come from the sources only, with a numbered chip at each statement. A chip opens
            the passage it rests on.
          </p>
          <div className="mt-2 flex flex-wrap justify-center gap-2">
            {twin.starterQuestions.map((question) => (
              <Button
                key={question}
                className="h-auto min-h-8 py-1.5 text-left font-normal whitespace-normal"
                disabled={isStarting}
                onClick={() => onAsk(question)}
              >
                {question}
              </Button>
            ))}
          </div>
        </div>
      </div>
      <div className="mx-auto w-full max-w-3xl px-6 pt-1 pb-4 max-md:px-3">
        <AskAs twinId={twin.id} groupIds={groupIds} onChange={onGroups} />
        <Composer
          twinName={twin.name}
          isAnswering={isStarting}
          isHeldUp={isHeldUp}
          autoFocus={autoFocus}
          onAsk={onAsk}
        />
      </div>
    </div>
  );
}
