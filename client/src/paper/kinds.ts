/* What the kinds bring so that votes can be entered for others, found by their folders. */
import type { OnPaper } from "../activities/onPaper";

const found = import.meta.glob<{ onPaper: OnPaper }>("../activities/*/onPaper.ts", { eager: true });

const kinds = new Map(
  Object.entries(found).map(([path, module]) => [path.split("/").at(-2) ?? "", module.onPaper]),
);

/** Undefined where nothing can be entered for others. */
export function onPaperOf(kind: string): OnPaper | undefined {
  return kinds.get(kind);
}
