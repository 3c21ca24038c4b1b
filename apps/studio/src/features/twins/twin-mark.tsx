/** A twin's initial, where its face would be. */
export function TwinMark({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="grid size-5 shrink-0 place-items-center rounded-[5px] bg-selected text-xs font-semibold text-accent-text"
    >
      {name.slice(0, 1).toUpperCase()}
    </span>
  );
}
