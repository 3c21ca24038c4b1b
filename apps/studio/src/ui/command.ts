export const COMMAND_INPUT =
  "h-10 w-full border-b border-line bg-transparent px-3 text-base outline-none max-md:text-lg";
export const COMMAND_ITEM =
  "flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 select-none data-[selected=true]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted";
export const COMMAND_GROUP =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-faint";
