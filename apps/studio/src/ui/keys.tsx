/** The keys that do the same, for those who see them; assistive technology has `aria-keyshortcuts`. */
export function Keys({ children }: { children: string }) {
  return (
    <kbd
      aria-hidden
      className="rounded-sm border border-line px-1 font-sans text-xs font-normal text-faint"
    >
      {children}
    </kbd>
  );
}
