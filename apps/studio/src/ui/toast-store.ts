export interface Toast {
  id: number;
  text: string;
  tone: "plain" | "bad";
  detail?: string;
  action?: { label: string; run: () => void };
}

const SHOWN_AT_ONCE = 3;

/** The messages that pass by; one is made per page, and whoever holds it may show one. */
export function createToasts() {
  let toasts: readonly Toast[] = [];
  let lastId = 0;
  const listeners = new Set<() => void>();
  const set = (next: readonly Toast[]) => {
    toasts = next;
    for (const listener of listeners) listener();
  };
  return {
    show(toast: Omit<Toast, "id" | "tone"> & { tone?: Toast["tone"] }) {
      lastId += 1;
      set([...toasts, { tone: "plain" as const, ...toast, id: lastId }].slice(-SHOWN_AT_ONCE));
    },
    dismiss(id: number) {
      set(toasts.filter((toast) => toast.id !== id));
    },
    read: () => toasts,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type Toasts = ReturnType<typeof createToasts>;
