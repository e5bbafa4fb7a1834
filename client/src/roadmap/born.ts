/* A line to be: what it comes from, chosen wherever something can be cited. */
import { signal } from "@preact/signals";
import type { LineFieldsValue, NodeValue } from "../wire";

export interface Source {
  sort: string;
  id: string;
  why: string;
  part?: string;
}

export interface Birth {
  sources: Source[];
  fields: Partial<LineFieldsValue>;
}

/** The line being begun, if one is. */
export const birth = signal<Birth | undefined>(undefined);

/** A node of the chain as a command cites it: the part of an outcome stands apart from its activity. */
export function cited({ sort, id }: Pick<NodeValue, "sort" | "id">, why = "promote"): Source {
  const dot = id.indexOf(".");
  if (sort === "outcome" && dot > 0)
    return { sort, id: id.slice(0, dot), part: id.slice(dot + 1), why };
  return { sort, id, why };
}

/** The node's id of a source. */
export function nodeId({ id, part }: { id: string; part?: string | null }): string {
  return part ? `${id}.${part}` : id;
}

/** The object that an address asks to take to the roadmap, as other pages link to it: `#take=idea:<id>`. */
export function askedFor(hash: string): { sort: string; id: string } | undefined {
  const [, sort, id] = /^#take=([a-z]+):(.+)$/.exec(hash) ?? [];
  return sort && id ? { sort, id: decodeURIComponent(id) } : undefined;
}

/** Begin a line; `go` shows where it is written. */
export function beginLine(
  sources: Source[],
  fields: Partial<LineFieldsValue>,
  go: () => void,
): void {
  birth.value = { sources, fields };
  go();
}
