/*
 * A pad's document and what can be done to it: `Y.Map "entries"`, id -> {heading, text, order, flags, v}.
 */
import * as Y from "yjs";
import { freshSlug } from "../ids";

/** As the server holds them; what is above is refused there. */
export const MAX_ENTRIES = 400;
export const MAX_CHARS = 4000;
export const SENSITIVE = "sensitive";

const SCHEMA = 1;

export interface Entry {
  id: string;
  heading: string;
  order: number;
  flags: string[];
  text: Y.Text;
}

/** An entry as plain values: to put back what was deleted. */
export interface Deleted {
  id: string;
  heading: string;
  order: number;
  flags: string[];
  text: string;
}

type Entries = Y.Map<Y.Map<unknown>>;

export function entriesOf(doc: Y.Doc): Entries {
  return doc.getMap("entries");
}

/** The entries under a heading, in their order; level ones by id, as the server's reports have them. */
export function underHeading(doc: Y.Doc, heading: string): Entry[] {
  return allEntries(doc).filter((entry) => entry.heading === heading);
}

export function allEntries(doc: Y.Doc): Entry[] {
  const found: Entry[] = [];
  for (const [id, map] of entriesOf(doc)) {
    const entry = read(id, map);
    if (entry) found.push(entry);
  }
  return found.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

function read(id: string, map: unknown): Entry | undefined {
  if (!(map instanceof Y.Map)) return undefined;
  const heading = map.get("heading");
  const text = map.get("text");
  const order = map.get("order");
  if (typeof heading !== "string" || !(text instanceof Y.Text)) return undefined;
  return {
    id,
    heading,
    text,
    order: typeof order === "number" ? order : 0,
    flags: flagsOf(map.get("flags")),
  };
}

/** Other clients may write flags as a list, a shared list, or a map of switches. */
function flagsOf(value: unknown): string[] {
  const plain = value instanceof Y.Array || value instanceof Y.Map ? value.toJSON() : value;
  if (Array.isArray(plain)) return plain.filter((flag) => typeof flag === "string");
  if (plain && typeof plain === "object") {
    return Object.entries(plain)
      .filter(([, on]) => Boolean(on))
      .map(([flag]) => flag);
  }
  return [];
}

/** A new entry at the end of its heading; its id, or undefined where the pad is full. */
export function addEntry(doc: Y.Doc, heading: string, text = ""): string | undefined {
  if (entriesOf(doc).size >= MAX_ENTRIES) return undefined;
  const last = underHeading(doc, heading).at(-1);
  const id = freshSlug("e");
  put(doc, { id, heading, text, order: last ? Math.floor(last.order) + 1 : 1, flags: [] });
  return id;
}

/** Deletes; gives what is needed to put it back. */
export function deleteEntry(doc: Y.Doc, id: string): Deleted | undefined {
  const entry = read(id, entriesOf(doc).get(id));
  if (!entry) return undefined;
  const { heading, order, flags } = entry;
  const deleted = { id, heading, order, flags, text: entry.text.toString() };
  entriesOf(doc).delete(id);
  return deleted;
}

/** Puts back under its own id, so that whoever cited it finds it again. */
export function restoreEntry(doc: Y.Doc, deleted: Deleted): void {
  if (!entriesOf(doc).has(deleted.id)) put(doc, deleted);
}

function put(doc: Y.Doc, entry: Deleted): void {
  doc.transact(() => {
    const map = new Y.Map<unknown>();
    map.set("heading", entry.heading);
    map.set("text", new Y.Text(entry.text));
    map.set("order", entry.order);
    map.set("flags", entry.flags);
    map.set("v", SCHEMA);
    entriesOf(doc).set(entry.id, map);
  });
}

/** One place up (-1) or down (1) under its heading. */
export function moveEntry(doc: Y.Doc, id: string, by: -1 | 1): void {
  const heading = read(id, entriesOf(doc).get(id))?.heading;
  if (heading === undefined) return;
  const row = underHeading(doc, heading);
  const from = row.findIndex((entry) => entry.id === id);
  const to = from + by;
  const other = row[to];
  if (!other) return;
  const beyond = row[to + by];
  const order = beyond ? (other.order + beyond.order) / 2 : other.order + by;
  if (order === other.order || order === beyond?.order) renumber(doc, row, from, to);
  else entriesOf(doc).get(id)?.set("order", order);
}

/** Where there is no room between two neighbours the whole row gets new numbers. */
function renumber(doc: Y.Doc, row: Entry[], from: number, to: number): void {
  const moved = [...row];
  const [entry] = moved.splice(from, 1);
  if (entry) moved.splice(to, 0, entry);
  doc.transact(() => {
    for (const [index, { id }] of moved.entries())
      entriesOf(doc)
        .get(id)
        ?.set("order", index + 1);
  });
}

export function setFlag(doc: Y.Doc, id: string, flag: string, on: boolean): void {
  const map = entriesOf(doc).get(id);
  if (!map) return;
  const others = flagsOf(map.get("flags")).filter((name) => name !== flag);
  map.set("flags", on ? [...others, flag] : others);
}
