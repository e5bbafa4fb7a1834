import { describe, expect, it } from "vitest";
import { type Change, changeBetween, placeAfter } from "./diff";

function applied(before: string, change: Change | undefined): string {
  if (!change) return before;
  return before.slice(0, change.at) + change.inserted + before.slice(change.at + change.removed);
}

describe("changeBetween", () => {
  it.each([
    ["", "hola", { at: 0, removed: 0, inserted: "hola" }],
    ["hola", "", { at: 0, removed: 4, inserted: "" }],
    ["rezago", "rezagos", { at: 6, removed: 0, inserted: "s" }],
    ["el rezago", "el gran rezago", { at: 3, removed: 0, inserted: "gran " }],
    ["uno dos tres", "uno tres", { at: 4, removed: 4, inserted: "" }],
    ["acción", "accion", { at: 4, removed: 1, inserted: "o" }],
  ])("%j to %j is one replacement", (before, after, expected) => {
    const change = changeBetween(before, after);
    expect(applied(before, change)).toBe(after);
    expect(change?.removed).toBe(expected.removed);
    expect(change?.inserted.length).toBe(expected.inserted.length);
  });

  it("says nothing where nothing changed", () => {
    expect(changeBetween("igual", "igual")).toBeUndefined();
  });

  it("takes the caret to tell which of equal letters was typed", () => {
    expect(changeBetween("aaa", "aaaa", 1)).toEqual({ at: 0, removed: 0, inserted: "a" });
    expect(changeBetween("aaa", "aaaa", 4)).toEqual({ at: 3, removed: 0, inserted: "a" });
  });

  it("never cuts a letter of two units in half", () => {
    expect(changeBetween("x😀y", "x😃y")).toEqual({ at: 1, removed: 2, inserted: "😃" });
    expect(changeBetween("𝐀", "𐐀")).toEqual({ at: 0, removed: 2, inserted: "𐐀" });
  });

  it("turns any text into any other, whatever the caret says", () => {
    const letters = ["a", "b", "ñ", "😀", "😃", " ", "\n"];
    let seed = 7;
    const next = (most: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % most;
    };
    const text = () =>
      Array.from({ length: next(9) }, () => letters[next(letters.length)]).join("");
    for (let n = 0; n < 3000; n++) {
      const [before, after] = [text(), text()];
      const change = changeBetween(before, after, next(after.length + 1));
      expect(applied(before, change)).toBe(after);
      expect(change?.inserted ?? "").not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
    }
  });
});

describe("placeAfter", () => {
  it("moves with what is inserted and deleted before it", () => {
    expect(placeAfter(5, [{ insert: "hola " }])).toBe(10);
    expect(placeAfter(5, [{ retain: 2 }, { delete: 2 }])).toBe(3);
    expect(placeAfter(5, [{ retain: 3 }, { delete: 4 }])).toBe(3);
  });

  it("stays where things happen behind it", () => {
    expect(placeAfter(2, [{ retain: 4 }, { insert: "x" }])).toBe(2);
    expect(placeAfter(2, [{ retain: 2 }, { insert: "x" }])).toBe(2);
    expect(placeAfter(0, [{ retain: 1 }, { delete: 3 }])).toBe(0);
  });
});
