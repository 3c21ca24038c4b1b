/** Whether those who asked hear of it; who left no address, or did not agree, never does. */
export function TellAskers({
  tellable,
  isChecked,
  onChange,
}: {
  /** Null: this instance sends no mail. */
  tellable: number | null;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
}) {
  if (tellable === null) {
    return (
      <p className="text-sm text-muted">
        Nobody can be told: this instance has no server for mail (SMTP_URL).
      </p>
    );
  }
  if (tellable === 0) {
    return <p className="text-sm text-muted">Nobody who asked left an address to hear back.</p>;
  }
  return (
    <label className="flex min-h-7 items-center gap-2.5 text-sm">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
      />
      Tell those who asked and agreed to hear, by mail ({tellable})
    </label>
  );
}
