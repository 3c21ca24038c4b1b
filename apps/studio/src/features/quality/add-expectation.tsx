import { Plus } from "lucide-react";
import { Button } from "#ui/button.tsx";
import { Menu, MenuItem } from "#ui/menu.tsx";
import { EXPECTATION_NAMES } from "./expectation-words.ts";
import type { Expectation } from "./quality.ts";

const KINDS = Object.keys(EXPECTATION_NAMES) as Expectation["kind"][];

export function AddExpectation({ onAdd }: { onAdd: (kind: Expectation["kind"]) => void }) {
  return (
    <Menu
      align="start"
      trigger={
        <Button size="small" className="justify-self-start">
          <Plus aria-hidden />
          Add an expectation
        </Button>
      }
    >
      {KINDS.map((kind) => (
        <MenuItem key={kind} onSelect={() => onAdd(kind)}>
          {EXPECTATION_NAMES[kind]}
        </MenuItem>
      ))}
    </Menu>
  );
}
