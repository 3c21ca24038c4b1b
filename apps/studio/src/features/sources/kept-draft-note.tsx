import { Button } from "#ui/button.tsx";

export function KeptDraftNote({ onStartOver }: { onStartOver: () => void }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 text-sm text-muted">
      <p role="status">What you typed before is still here.</p>
      <Button size="small" onClick={onStartOver}>
        Start over
      </Button>
    </div>
  );
}
