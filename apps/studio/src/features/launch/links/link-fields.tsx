import type { ShareLink } from "@understudy/core/share-link/contract";
import type { ComponentProps } from "react";
import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { CheckField } from "../check-field.tsx";
import type { LinkDraft } from "./link-draft.ts";

type TextName = Exclude<
  keyof LinkDraft,
  "removesPassword" | "leadCapture" | "accessGroupIds" | "sourceIds"
>;

export function LinkFields({
  draft,
  link,
  onChange,
}: {
  draft: LinkDraft;
  link?: ShareLink;
  onChange: (fields: Partial<LinkDraft>) => void;
}) {
  const field = (
    name: TextName,
    label: string,
    { hint, ...input }: ComponentProps<"input"> & { hint?: string } = {},
  ) => (
    <Field label={label} hint={hint} optional={!input.required}>
      {(ids) => (
        <Input
          {...ids}
          autoComplete="off"
          {...input}
          value={draft[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      {field("name", "Name", {
        required: true,
        maxLength: 80,
        placeholder: "Spring course",
        hint: "For you; visitors don't see it.",
      })}
      {!link &&
        field("slug", "Address", {
          pattern: "[a-z0-9](-?[a-z0-9]){3,59}",
          placeholder: "spring-course",
          hint: "Small letters, digits and hyphens. Without one it is an address that nobody guesses.",
        })}
      <div className="grid gap-4 sm:grid-cols-2">
        {field("password", link?.hasPassword ? "New password" : "Password", {
          minLength: 6,
          maxLength: 200,
          hint: link?.hasPassword ? "Who is in already is asked for it, too." : undefined,
        })}
        {field("expires", "Ends", { type: "datetime-local" })}
        {field("visitorLimit", "Visitors at most", { type: "number", min: 1 })}
        {field("messageLimit", "Questions at most", { type: "number", min: 1 })}
      </div>
      {link?.hasPassword && (
        <CheckField
          label="Take the password away"
          hint="Whoever has the link is let in."
          checked={draft.removesPassword}
          onChange={(removesPassword) => onChange({ removesPassword })}
        />
      )}
    </>
  );
}
