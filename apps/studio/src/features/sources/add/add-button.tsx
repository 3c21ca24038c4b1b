import { Plus } from "lucide-react";
import { Button } from "#ui/button.tsx";

export function AddButton({ onAdd }: { onAdd: () => void }) {
  return (
    <Button variant="primary" onClick={onAdd}>
      <Plus aria-hidden />
      Add
    </Button>
  );
}
