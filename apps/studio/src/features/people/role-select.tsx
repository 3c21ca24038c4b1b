import { ROLES, type RoleName } from "@understudy/core/member/contract";
import type { ComponentProps } from "react";
import { Select } from "#ui/select.tsx";
import { ROLE_WORDS } from "./role-words.ts";

/** The roles that someone of a role can give: only owners make owners. */
export function RoleSelect({
  givenBy,
  value,
  onChoose,
  ...props
}: Omit<ComponentProps<typeof Select>, "onChange" | "value"> & {
  givenBy: RoleName;
  value: RoleName;
  onChoose: (role: RoleName) => void;
}) {
  const choices = ROLES.filter((role) => role !== "owner" || givenBy === "owner");
  return (
    <Select value={value} onChange={(event) => onChoose(event.target.value as RoleName)} {...props}>
      {choices.map((role) => (
        <option key={role} value={role}>
          {ROLE_WORDS[role].name}
        </option>
      ))}
    </Select>
  );
}
