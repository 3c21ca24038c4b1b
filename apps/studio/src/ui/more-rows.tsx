import { useEffect, useEffectEvent, useRef } from "react";
import { Skeleton } from "./skeleton.tsx";

/** Below a list that goes on: the next page is asked for before its end is reached. */
export function MoreRows({ isFetching, onNear }: { isFetching: boolean; onNear: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const near = useEffectEvent(() => {
    if (!isFetching) onNear();
  });
  useEffect(() => {
    const seen = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && near(),
      { rootMargin: "600px" },
    );
    if (place.current && !isFetching) seen.observe(place.current);
    return () => seen.disconnect();
  }, [isFetching]);
  return (
    <div ref={place} className="p-4">
      <Skeleton className="h-8" />
    </div>
  );
}
