import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleDashed, CircleDot, PenLine } from "lucide-react";
import { countOf } from "#lib/format-count.ts";
import { useTRPC } from "#lib/trpc.ts";
import { buttonLook } from "#ui/button.tsx";
import { classNames } from "#ui/class-names.ts";

/** Beside the twin's name, wherever one is: whether visitors get what is seen here. */
export function ReleaseMark({ twinId }: { twinId: string }) {
  const trpc = useTRPC();
  const twin = useQuery(trpc.twin.get.queryOptions({ twinId }));
  const isLive = Boolean(twin.data?.currentReleaseId);
  const preview = useQuery(trpc.release.preview.queryOptions({ twinId }, { enabled: isLive }));
  if (!twin.data || (isLive && !preview.data)) return null;
  const waiting = preview.data?.changes.length ?? 0;
  const number = preview.data?.current?.number;
  const [Icon, words, tone] = !isLive
    ? [CircleDashed, "Not published", "text-faint"]
    : waiting > 0
      ? [PenLine, `Draft, ${countOf(waiting, "change")}`, "text-warn"]
      : [CircleDot, `Live, release ${number}`, "text-good"];
  return (
    <Link
      to="/twins/$twinId/releases"
      params={{ twinId }}
      search={{}}
      className={classNames(buttonLook({ variant: "ghost", size: "small" }), "max-md:px-1.5")}
    >
      <Icon aria-hidden className={tone} />
      <span className="max-md:sr-only">{words}</span>
    </Link>
  );
}
