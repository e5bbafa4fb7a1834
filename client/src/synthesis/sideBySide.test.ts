import { expect, it } from "vitest";
import { proposed, sideBySide } from "./sideBySide";

const HEADINGS = [
  { id: "challenge", title: { es: "Desafíos" } },
  { id: "lesson", title: { es: "Lecciones" } },
];
const note = (id: string, heading: string, text = id) => ({ id, heading, text, flags: [] });

it("puts every table's notes under a heading in one row", () => {
  const rows = sideBySide("n", HEADINGS, ["t1", "t2"], {
    tables: { t1: [note("a", "challenge"), note("b", "challenge")], t2: [note("c", "challenge")] },
  });
  expect(rows).toHaveLength(1);
  expect(rows[0]?.cells.map((cell) => cell.map(({ node }) => node))).toEqual([
    ["n.t1.a", "n.t1.b"],
    ["n.t2.c"],
  ]);
});

it("keeps notes of another template, at the end, and leaves out empty ones", () => {
  const rows = sideBySide("n", HEADINGS, ["t1"], {
    tables: { t1: [note("a", "old"), note("b", "lesson"), note("c", "challenge", "  ")] },
  });
  expect(rows.map(({ heading }) => heading)).toEqual(["lesson", "old"]);
});

it("proposes each text once", () => {
  const notes = sideBySide("n", HEADINGS, ["t1"], {
    tables: {
      t1: [note("a", "lesson", "Uno"), note("b", "lesson", "Dos"), note("c", "lesson", "Uno ")],
    },
  })[0]?.cells[0];
  expect(proposed(notes ?? [])).toBe("Uno\n\nDos");
});
