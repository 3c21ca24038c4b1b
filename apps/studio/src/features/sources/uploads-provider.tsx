import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { useTRPC } from "#lib/trpc.ts";
import { uploadFile } from "#lib/upload-file.ts";
import { createUploads, type Upload, type Uploads } from "./uploads.ts";

const UploadsContext = createContext<Uploads | null>(null);

/** Above the router, so that files go on being sent while the person looks at other screens. */
export function UploadsProvider({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [uploads] = useState(() =>
    createUploads({
      send: uploadFile,
      onSent: () => {
        void queryClient.invalidateQueries(trpc.source.list.pathFilter());
        void queryClient.invalidateQueries(trpc.job.list.pathFilter());
      },
    }),
  );
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const isSending = uploads.read().some(({ state }) => state === "sending");
      if (isSending) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [uploads]);
  return <UploadsContext value={uploads}>{children}</UploadsContext>;
}

export function useUploads(): Uploads {
  const uploads = use(UploadsContext);
  if (!uploads) throw new Error("useUploads needs an UploadsProvider above it.");
  return uploads;
}

export function useUploadsOf(twinId: string): readonly Upload[] {
  const uploads = useUploads();
  return useSyncExternalStore(uploads.subscribe, uploads.read).filter(
    (upload) => upload.twinId === twinId,
  );
}
