import { Outlet } from "@tanstack/react-router";
import { useEffect } from "react";
import { rememberTwin } from "./last-twin.ts";
import { useTwin } from "./use-twin.ts";

export function TwinFrame() {
  const { id } = useTwin();
  useEffect(() => rememberTwin(id), [id]);
  return <Outlet />;
}
