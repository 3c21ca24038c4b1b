import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import { type ComponentProps, type ReactNode, useRef } from "react";
import { classNames } from "./class-names.ts";

export const FLOAT = "z-50 animate-appear rounded-lg bg-raised p-1 shadow-float";
export const FLOAT_ITEM =
  "flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 text-base outline-none select-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover [&_svg]:size-4 [&_svg]:text-muted";

const LEAST_DRAG_PX = 8;

export function Menu({
  trigger,
  align = "end",
  className,
  children,
}: {
  trigger: ReactNode;
  align?: "start" | "end";
  className?: string;
  children: ReactNode;
}) {
  const press = useRef({ x: Number.NaN, y: Number.NaN });
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger
        asChild
        onPointerDown={({ clientX: x, clientY: y }) => {
          press.current = { x, y };
        }}
      >
        {trigger}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          // Letting go over an item chooses it. Where a list moved meanwhile, its menu came to the pointer.
          onPointerUpCapture={(event) => {
            const { x, y } = press.current;
            const isStill = Math.hypot(event.clientX - x, event.clientY - y) < LEAST_DRAG_PX;
            if (isStill) event.preventDefault();
          }}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={classNames(FLOAT, "min-w-44", className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function MenuItem({
  danger = false,
  className,
  ...props
}: ComponentProps<typeof Radix.Item> & { danger?: boolean }) {
  return (
    <Radix.Item
      className={classNames(FLOAT_ITEM, danger && "text-bad [&_svg]:text-bad", className)}
      {...props}
    />
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 py-1.5 text-xs text-faint">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}

export function MenuChoices<Value extends string>({
  value,
  onChange,
  choices,
}: {
  value: Value;
  onChange: (value: Value) => void;
  choices: readonly { value: Value; label: string; icon?: ReactNode }[];
}) {
  return (
    <Radix.RadioGroup value={value} onValueChange={(chosen) => onChange(chosen as Value)}>
      {choices.map((choice) => (
        <Radix.RadioItem key={choice.value} value={choice.value} className={FLOAT_ITEM}>
          {choice.icon}
          {choice.label}
          <Radix.ItemIndicator className="ml-auto">
            <Check aria-hidden />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}
