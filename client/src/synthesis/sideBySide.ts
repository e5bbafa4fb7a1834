/* The recorded notes of one activity as a table: a row a heading, a column a table. */
import type { EntriesValue, EntryValue, Heading } from "../wire";

export interface Note extends EntryValue {
  /** Its id in the chain: activity, table and entry, parted by dots. */
  node: string;
  table: string;
}

export interface Row {
  heading: string;
  title: Heading["title"] | undefined;
  /** By table, in the order of the columns. */
  cells: Note[][];
}

/** Rows without a single note are left out; notes under a heading of another template come last. */
export function sideBySide(
  activity: string,
  headings: readonly Heading[],
  tables: readonly string[],
  entries: Pick<EntriesValue, "tables"> | undefined,
): Row[] {
  const notes = tables.flatMap((table) =>
    (entries?.tables[table] ?? [])
      .filter(({ text }) => text.trim())
      .map((entry) => ({ ...entry, table, node: `${activity}.${table}.${entry.id}` })),
  );
  const known = new Set(headings.map(({ id }) => id));
  const others = [...new Set(notes.map(({ heading }) => heading))].filter((id) => !known.has(id));
  const order = [...headings.map(({ id, title }) => ({ id, title })), ...others.map(only)];
  return order
    .map(({ id, title }) => ({
      heading: id,
      title,
      cells: tables.map((table) =>
        notes.filter((note) => note.heading === id && note.table === table),
      ),
    }))
    .filter(({ cells }) => cells.some((cell) => cell.length > 0));
}

function only(id: string): { id: string; title: undefined } {
  return { id, title: undefined };
}

/** What a synthesis of these notes says to begin with: each text once, a paragraph each. */
export function proposed(notes: readonly Note[]): string {
  return [...new Set(notes.map(({ text }) => text.trim()))].join("\n\n");
}
