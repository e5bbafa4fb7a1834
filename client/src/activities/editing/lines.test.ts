import { describe, expect, it } from "vitest";
import { itemsOf, linesOf, repeats, split } from "./lines";

const before = [
  { id: "cafe", text: { es: "Café", en: "Coffee" }, short: { es: "Caf." } },
  { id: "te", text: { es: "Té", en: "Tea" } },
];

const typed = (text: string) => ({ ...linesOf(before, "es"), typed: text });

describe("options typed one a line", () => {
  it("come back as they were when nothing changed", () => {
    expect(itemsOf(linesOf(before, "es"), "o")).toEqual(before);
    expect(linesOf(before, "en").typed).toBe("Coffee\nTea");
  });

  it("keep their ids and translations in another order", () => {
    expect(itemsOf(typed("Té\nCafé"), "o")).toEqual([before[1], before[0]]);
  });

  it("keep the id of a reworded line, and drop what no longer says the same", () => {
    expect(itemsOf(typed("Café solo\nTé"), "o")).toEqual([
      { id: "cafe", text: { es: "Café solo" } },
      before[1],
    ]);
  });

  it("give new lines ids that nothing else has", () => {
    const items = itemsOf(
      { typed: "A\nB\no1", lang: "pt", before: [{ id: "o1", text: { pt: "B" } }] },
      "o",
    );
    expect(items).toEqual([
      { id: "o2", text: { pt: "A" } },
      { id: "o1", text: { pt: "B" } },
      { id: "o3", text: { pt: "o1" } },
    ]);
  });

  it("cite the bank by code", () => {
    expect(itemsOf(typed("BKL-1\nCafé"), "o")).toEqual(["BKL-1", before[0]]);
    expect(itemsOf(typed("BKL-1"), "h", false)).toEqual([{ id: "h1", text: { es: "BKL-1" } }]);
  });

  it("lose bullets, spaces and empty lines of a pasted list", () => {
    expect(split(typed("  - Uno\n\n• Dos  \n* Tres\n"))).toEqual(["Uno", "Dos", "Tres"]);
    expect(repeats(typed("Uno\n- Uno"))).toBe(true);
  });
});
