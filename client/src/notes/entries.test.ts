import { expect, it } from "vitest";
import * as Y from "yjs";
import {
  addEntry,
  deleteEntry,
  MAX_ENTRIES,
  moveEntry,
  restoreEntry,
  SENSITIVE,
  setFlag,
  underHeading,
} from "./entries";

function pad(...texts: string[]): { doc: Y.Doc; ids: string[] } {
  const doc = new Y.Doc();
  return { doc, ids: texts.map((text) => addEntry(doc, "challenge", text) ?? "") };
}

function texts(doc: Y.Doc, heading = "challenge"): string[] {
  return underHeading(doc, heading).map((entry) => entry.text.toString());
}

it("writes entries in the contract's shape", () => {
  const { doc, ids } = pad("uno");
  const [id = ""] = ids;
  expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,63}$/);
  expect(doc.getMap("entries").toJSON()).toEqual({
    [id]: { heading: "challenge", text: "uno", order: 1, flags: [], v: 1 },
  });
});

it("adds at the end of its heading", () => {
  const { doc } = pad("uno", "dos");
  addEntry(doc, "offer", "otra");
  addEntry(doc, "challenge", "tres");
  expect(texts(doc)).toEqual(["uno", "dos", "tres"]);
  expect(texts(doc, "offer")).toEqual(["otra"]);
});

it("moves up and down, and not beyond the ends", () => {
  const { doc, ids } = pad("uno", "dos", "tres");
  moveEntry(doc, ids[2] ?? "", -1);
  expect(texts(doc)).toEqual(["uno", "tres", "dos"]);
  moveEntry(doc, ids[0] ?? "", 1);
  expect(texts(doc)).toEqual(["tres", "uno", "dos"]);
  moveEntry(doc, ids[2] ?? "", -1);
  moveEntry(doc, ids[1] ?? "", 1);
  expect(texts(doc)).toEqual(["tres", "uno", "dos"]);
});

it("finds room between neighbours however often one is moved", () => {
  const { doc, ids } = pad("uno", "dos", "tres");
  for (let n = 0; n < 120; n++) {
    moveEntry(doc, ids[n % 2] ?? "", 1);
    moveEntry(doc, ids[2] ?? "", -1);
  }
  expect(texts(doc).sort()).toEqual(["dos", "tres", "uno"]);
  const before = texts(doc);
  moveEntry(doc, underHeading(doc, "challenge")[0]?.id ?? "", 1);
  expect(texts(doc)).toEqual([before[1], before[0], before[2]]);
});

it("moves level entries, which two people added at once", () => {
  const { doc, ids } = pad("uno", "dos");
  for (const id of ids) (doc.getMap("entries").get(id) as Y.Map<unknown>).set("order", 1);
  const [first, second] = texts(doc);
  moveEntry(doc, underHeading(doc, "challenge")[1]?.id ?? "", -1);
  expect(texts(doc)).toEqual([second, first]);
});

it("puts back what was deleted, in its place and under its id", () => {
  const { doc, ids } = pad("uno", "dos", "tres");
  setFlag(doc, ids[1] ?? "", SENSITIVE, true);
  const deleted = deleteEntry(doc, ids[1] ?? "");
  expect(texts(doc)).toEqual(["uno", "tres"]);
  if (deleted) restoreEntry(doc, deleted);
  expect(texts(doc)).toEqual(["uno", "dos", "tres"]);
  expect(underHeading(doc, "challenge")[1]).toMatchObject({ id: ids[1], flags: [SENSITIVE] });
});

it("keeps other flags and reads every form of them", () => {
  const { doc, ids } = pad("uno");
  const map = doc.getMap("entries").get(ids[0] ?? "") as Y.Map<unknown>;
  const shared = new Y.Map<unknown>();
  shared.set("draft", true);
  shared.set(SENSITIVE, false);
  map.set("flags", shared);
  expect(underHeading(doc, "challenge")[0]?.flags).toEqual(["draft"]);
  setFlag(doc, ids[0] ?? "", SENSITIVE, true);
  expect(underHeading(doc, "challenge")[0]?.flags).toEqual(["draft", SENSITIVE]);
  setFlag(doc, ids[0] ?? "", SENSITIVE, false);
  expect(underHeading(doc, "challenge")[0]?.flags).toEqual(["draft"]);
});

it("stops at what the server takes, and passes over what is no entry", () => {
  const { doc } = pad(...Array.from({ length: MAX_ENTRIES }, (_, n) => String(n)));
  expect(addEntry(doc, "challenge")).toBeUndefined();
  doc.getMap("entries").set("odd", "text");
  expect(texts(doc)).toHaveLength(MAX_ENTRIES);
});
