import { Link } from "@tanstack/react-router";
import { Copy } from "lucide-react";
import { countOf } from "#lib/format-count.ts";
import { buttonLook } from "#ui/button.tsx";
import type { Finding } from "./use-similar.ts";

/** Tells the owner that sources say nearly the same; nothing is rejected for it. */
export function SimilarBanner({ findings }: { findings: readonly Finding[] }) {
  const [first] = findings;
  if (!first) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-warn-soft px-6 py-2 text-sm max-md:px-4">
      <Copy aria-hidden className="size-4 shrink-0 text-warn" />
      <p className="min-w-0 flex-1 text-pretty">
        {countOf(findings.length, "pair")} of sources {findings.length === 1 ? "says" : "say"}{" "}
        nearly the same. Two versions of one text can make answers contradict each other.
      </p>
      <Link
        to="."
        search={(current) => ({ ...current, similar: first.id })}
        className={buttonLook({ size: "small" })}
      >
        Compare
      </Link>
    </div>
  );
}
