import { X } from "lucide-react";
import { Toast as Radix } from "radix-ui";
import { createContext, type ReactNode, use, useSyncExternalStore } from "react";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import type { Toast, Toasts } from "./toast-store.ts";

const ToastsContext = createContext<Toasts | null>(null);

export function useToasts(): Toasts {
  const toasts = use(ToastsContext);
  if (!toasts) throw new Error("useToasts needs a Toaster above it.");
  return toasts;
}

export function Toaster({ toasts, children }: { toasts: Toasts; children: ReactNode }) {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.read);
  return (
    <ToastsContext value={toasts}>
      <Radix.Provider swipeDirection="left" duration={6_000} label="Message">
        {children}
        {shown.map((toast) => (
          <ToastItem key={toast.id} toast={toast} onClose={() => toasts.dismiss(toast.id)} />
        ))}
        <Radix.Viewport className="fixed bottom-4 left-4 z-50 max-md:top-14 max-md:bottom-auto grid w-[min(24rem,calc(100vw-2rem))] gap-2 outline-none" />
      </Radix.Provider>
    </ToastsContext>
  );
}

function ToastItem({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  return (
    <Radix.Root
      onOpenChange={(open) => !open && onClose()}
      className="flex animate-appear items-center gap-3 rounded-lg bg-raised py-2 pr-2 pl-3 shadow-float"
    >
      <div className="min-w-0 flex-1 py-1">
        <Radix.Title className={classNames("text-pretty", toast.tone === "bad" && "text-bad")}>
          {toast.text}
        </Radix.Title>
        {toast.detail && (
          <Radix.Description className="mt-0.5 text-sm text-muted">
            {toast.detail}
          </Radix.Description>
        )}
      </div>
      {toast.action && (
        <Radix.Action asChild altText={toast.action.label}>
          <Button size="small" onClick={toast.action.run}>
            {toast.action.label}
          </Button>
        </Radix.Action>
      )}
      <Radix.Close asChild>
        <Button variant="ghost" size="small-icon" aria-label="Dismiss">
          <X aria-hidden />
        </Button>
      </Radix.Close>
    </Radix.Root>
  );
}
