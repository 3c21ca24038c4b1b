import { useState } from "react";
import { type AddedKind, kindOfAddress } from "./added-kinds.ts";

/** What the way in holds while it is open; where its kind is kept (an address, a state) is the caller's. */
export function useAdding({
  kind,
  onKind,
  onFiles,
}: {
  kind: AddedKind | undefined;
  onKind: (kind: AddedKind | undefined) => void;
  /** Files that are dropped while the form for files is not open. */
  onFiles: (files: File[]) => void;
}) {
  const [address, setAddress] = useState("");
  const [files, setFiles] = useState<readonly File[]>([]);
  const close = () => {
    setAddress("");
    setFiles([]);
    onKind(undefined);
  };
  return {
    takeFiles: (dropped: File[]) =>
      kind === "files" ? setFiles([...files, ...dropped]) : onFiles(dropped),
    takeAddress: (found: string) => {
      setAddress(found);
      onKind(kindOfAddress(found));
    },
    dialog: { address, files, onAddress: setAddress, onFiles: setFiles, onKind, onClose: close },
  };
}
