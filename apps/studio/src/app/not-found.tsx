import { Link } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { buttonLook } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";

export function NotFound() {
  return (
    <EmptyState
      icon={<Compass />}
      title="There is nothing here"
      action={
        <Link to="/" className={buttonLook()}>
          Go to the start
        </Link>
      }
    >
      The address may be mistyped, or what it led to was removed.
    </EmptyState>
  );
}
