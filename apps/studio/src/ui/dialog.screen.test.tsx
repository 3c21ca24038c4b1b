import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { Dialog } from "./dialog.tsx";

function Opening() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <Dialog open={open} onOpenChange={setOpen} title="Title">
        <input aria-label="Field" />
      </Dialog>
    </>
  );
}

test("a dialog gives the focus back to what opened it", async () => {
  const user = userEvent.setup();
  render(<Opening />);
  const opener = screen.getByRole("button", { name: "Open" });
  await user.tab();
  await user.keyboard("{Enter}");
  expect(screen.getByRole("dialog").contains(document.activeElement)).toBe(true);
  await user.keyboard("{Escape}");
  expect(document.activeElement).toBe(opener);
});
