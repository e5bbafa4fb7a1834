/* The forms of the kinds, found by their folders. */
import type { Edit } from "../../activities/editing/kind";

/** A kind's form: only the kind looks inside. */
export type KindForm = Record<string, unknown>;

const found = import.meta.glob<{ edit: Edit<KindForm> }>("../../activities/*/Edit.tsx", {
  eager: true,
});

const edits = new Map(
  Object.entries(found).map(([path, module]) => [path.split("/").at(-2) ?? "", module.edit]),
);

/** Kinds that can be prepared here, in the order of the list. */
export function kindNames(): string[] {
  return [...edits].sort(([, one], [, other]) => one.place - other.place).map(([name]) => name);
}

export function editOf(kind: string): Edit<KindForm> | undefined {
  return edits.get(kind);
}
