/* Finds the kinds by their folders. */
import type { Kind } from "./kind";

const found = import.meta.glob<{ default: Kind }>("./*/index.ts", { eager: true });

const kinds = new Map(
  Object.entries(found).map(([path, module]) => [path.split("/")[1] ?? "", module.default]),
);

/** The kind called `name`; undefined where this page is older than the server. */
export function kindOf(name: string): Kind | undefined {
  return kinds.get(name);
}
