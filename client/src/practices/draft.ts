/* A sheet that is being written: kept on this device at every change, until it was taken or given up. */
import { useSignal } from "@preact/signals";
import { freshSlug } from "../ids";
import { key } from "../state";
import type { PracticeValue } from "../wire";
import { type Draft, draftOf, forgetDraft, keepDraft, keptDraft } from "./fields";

export interface Writing {
  /** The sheet's own id, or a new one. */
  id: string;
  /** What was read when the writing began, and the version that had it: what the edit is made on. */
  before: Draft;
  version: number;
  draft: Draft;
  write: (draft: Draft) => void;
  forget: () => void;
}

export function useWriting(sheet?: PracticeValue): Writing {
  const meeting = key("meeting")?.id ?? "";
  const place = sheet?.id ?? "new";
  const before = useSignal(draftOf(sheet?.fields ?? undefined)).value;
  const version = useSignal(sheet?.version ?? 1).value;
  const id = useSignal(sheet?.id ?? freshSlug("f")).value;
  const draft = useSignal<Draft>(keptDraft(meeting, place) ?? before);
  return {
    id,
    before,
    version,
    draft: draft.value,
    write: (written) => {
      draft.value = written;
      keepDraft(meeting, place, written);
    },
    forget: () => forgetDraft(meeting, place),
  };
}
