import { useEffect } from "react";

export function usePageTitle(...parts: (string | undefined)[]): void {
  const title = [...parts, "Understudy"].filter(Boolean).join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
