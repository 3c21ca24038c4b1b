import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPCClient } from "#lib/trpc.ts";
import { createFileHasher } from "./hash-files.ts";
import type { PreflightItem } from "./preflight-item.ts";

export interface FileCheck {
  file: File;
  /** Undefined while it is being looked at, or when that was not possible. */
  item: PreflightItem | undefined;
  isChecking: boolean;
}

/** Looks at chosen files before anything is sent: are they here already, can they be read? */
export function useFileChecks(twinId: string, files: readonly File[]): FileCheck[] {
  const api = useTRPCClient();
  const [hash] = useState(createFileHasher);
  const checks = useQueries({
    queries: files.map((file) => ({
      queryKey: ["file-check", twinId, file.name, file.size, file.lastModified],
      retry: false,
      queryFn: async () => {
        const sha256 = await hash(file);
        const { name, size: byteSize } = file;
        const asked = { name, byteSize, ...(sha256 && { sha256 }) };
        return (await api.source.preflight.query({ twinId, files: [asked] })).items[0] ?? null;
      },
    })),
  });
  return files.map((file, index) => ({
    file,
    item: checks[index]?.data ?? undefined,
    isChecking: checks[index]?.isPending ?? true,
  }));
}

export function isAddable({ item }: FileCheck): boolean {
  return !item?.duplicateOf && !item?.problem;
}
