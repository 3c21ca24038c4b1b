import { CircleAlert, CircleCheck, LoaderCircle, X } from "lucide-react";
import { formatBytes } from "#lib/format-bytes.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { failureWords } from "../failure-words.ts";
import { ExistingSource } from "./existing-source.tsx";
import { preflightWords } from "./preflight-words.ts";
import type { FileCheck } from "./use-file-checks.ts";

const OUTCOME = "flex min-w-0 items-center gap-1.5 text-sm [&_svg]:size-4 [&_svg]:shrink-0";

export function FileCheckRow({
  twinId,
  check,
  onRemove,
}: {
  twinId: string;
  check: FileCheck;
  onRemove: () => void;
}) {
  const { file, item } = check;
  return (
    <li className="flex min-h-11 items-center gap-x-3 max-md:flex-wrap border-b border-line py-1">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{file.name}</p>
        <Outcome twinId={twinId} check={check} />
      </div>
      <span className="text-sm text-faint tabular-nums max-md:order-last max-md:basis-full">
        {item ? preflightWords(item) : formatBytes(file.size)}
      </span>
      <IconButton label={`Leave out ${file.name}`} size="small-icon" onClick={onRemove}>
        <X aria-hidden />
      </IconButton>
    </li>
  );
}

function Outcome({ twinId, check: { item, isChecking } }: { twinId: string; check: FileCheck }) {
  if (isChecking) {
    return (
      <p className={`${OUTCOME} text-muted`}>
        <LoaderCircle aria-hidden className="animate-spin" />
        Looking…
      </p>
    );
  }
  if (item?.duplicateOf) return <ExistingSource twinId={twinId} sourceId={item.duplicateOf} />;
  if (item?.problem) {
    return (
      <p className={`${OUTCOME} text-bad`}>
        <CircleAlert aria-hidden />
        {failureWords(item.problem)}
      </p>
    );
  }
  return (
    <p className={`${OUTCOME} text-muted`}>
      <CircleCheck aria-hidden className="text-good" />
      Can be added
    </p>
  );
}
