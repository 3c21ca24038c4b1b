interface Mark {
  text: string;
  size: number;
  baseline: number;
}

/** Whether what begins a line is a footnote's mark: small, raised, and set close to the first word. */
export function isNoteMark(mark: Mark, next: Omit<Mark, "text">): boolean {
  const isRaised = mark.size < next.size * 0.85 && mark.baseline < next.baseline;
  return isRaised && /^(?:\d{1,3}|[*∗†‡§¶]{1,3})$/.test(mark.text.trim());
}
