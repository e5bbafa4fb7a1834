import { beforeEach, describe, expect, it } from "vitest";
import { replaceAll } from "../../state";
import { cited, itemsOf, linesOf, repeats, split, withCited } from "./lines";
import { optionFaults } from "./options";

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

describe("challenges of the bank", () => {
  const written = { id: "BKL-1", text: { es: "La demanda supera la capacidad", en: "Demand" } };
  const lines = { ...linesOf([written], "es"), typed: `${written.text.es}\nOtra\nACC-1` };

  beforeEach(() =>
    replaceAll(["e", 1], {
      bank: {
        themes: [{ id: "ACC", name: { es: "Acceso" } }],
        challenges: [{ id: "ACC-1", theme: "ACC", short: { es: "Acceso tardío" } }],
        states: [],
      },
    }),
  );

  it("are known by their words or by their code", () => {
    expect([...cited(lines)].filter(([id]) => id.includes("-"))).toEqual([
      ["BKL-1", "words"],
      ["ACC-1", "code"],
    ]);
  });

  it("come and go as lines, and come back in the words they had", () => {
    const without = withCited(lines, "BKL-1", false);
    expect(without.typed).toBe("Otra\nACC-1");
    expect(withCited(without, "BKL-1", true).typed).toBe(`Otra\nACC-1\n${written.text.es}`);
    expect(withCited(lines, "MOD-2", true).typed).toBe(`${lines.typed}\nMOD-2`);
    expect(withCited(lines, "ACC-1", true)).toBe(lines);
    expect(withCited(lines, "ACC-1", false).typed).toBe(`${written.text.es}\nOtra`);
  });

  it("must be in the bank", () => {
    expect(optionFaults(lines)).toEqual([]);
    const other = withCited(lines, "MOD-2", true);
    expect(optionFaults(other)).toEqual(["edit.fault.options_unknown"]);
    expect(optionFaults(other, false)).toEqual([]);
  });
});
