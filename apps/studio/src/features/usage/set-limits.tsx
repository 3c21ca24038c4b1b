import { Link } from "@tanstack/react-router";
import { buttonLook } from "#ui/button.tsx";
import type { Owner } from "./owner.ts";

/** Opens the limits of one, at an address of their own. */
export function SetLimits({ owner }: { owner: Pick<Owner, "key" | "name"> }) {
  return (
    <Link
      to="/settings/usage"
      search={{ set: owner.key }}
      className={buttonLook({ size: "small" })}
    >
      Set<span className="sr-only"> the limits of {owner.name}</span>
    </Link>
  );
}
