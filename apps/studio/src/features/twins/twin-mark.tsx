import type { Twin } from "@understudy/core/twin/contract";

const SIZES = {
  small: "size-5 rounded-[5px] text-xs",
  /** Round, as visitors see it. */
  large: "size-14 rounded-full text-xl",
} as const;

/** A twin's picture, or its initial where it has none. */
export function TwinMark({
  twin: { name, avatarUrl },
  size = "small",
}: {
  twin: Pick<Twin, "name" | "avatarUrl">;
  size?: keyof typeof SIZES;
}) {
  if (avatarUrl) {
    return <img src={avatarUrl} alt="" className={`${SIZES[size]} shrink-0 object-cover`} />;
  }
  return (
    <span
      aria-hidden
      className={`${SIZES[size]} grid shrink-0 place-items-center bg-selected font-semibold text-accent-text`}
    >
      {[...name][0]?.toUpperCase()}
    </span>
  );
}
