import { cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Menu, MenuItem } from "./menu.tsx";

const chosen = vi.fn();
const user = userEvent.setup();

beforeEach(() => {
  chosen.mockClear();
  render(
    <Menu trigger={<button type="button">Actions</button>}>
      <MenuItem onSelect={chosen}>Remove</MenuItem>
    </Menu>,
  );
});

afterEach(cleanup);

const at = (clientX: number, clientY: number) => ({ clientX, clientY });

async function pressAndLetGo(where: { clientX: number; clientY: number }) {
  const target = screen.getByRole("button", { name: "Actions" });
  await user.pointer({ keys: "[MouseLeft>]", target, coords: at(100, 100) });
  const item = await screen.findByRole("menuitem", { name: "Remove" });
  await user.pointer({ keys: "[/MouseLeft]", target: item, coords: where });
}

test("a menu that came under a still pointer chooses nothing", async () => {
  await pressAndLetGo(at(101, 100));
  expect(chosen).not.toHaveBeenCalled();
  await user.click(screen.getByRole("menuitem", { name: "Remove" }));
  expect(chosen).toHaveBeenCalledOnce();
});

test("what is dragged to is chosen", async () => {
  await pressAndLetGo(at(100, 160));
  expect(chosen).toHaveBeenCalledOnce();
});
