import { render } from "preact";
import { beforeEach, expect, test } from "vitest";
import { setLang } from "../../i18n";
import type { Moved, Movement as Shape } from "../../wire";
import { beforeOrder, Movement, wayWords } from ".";

function moved(
  id: string,
  start: [number, number],
  end: [number, number],
  way: Moved["way"],
): Moved {
  return { id, label: { es: `Opción ${id}` }, before: start, after: end, start, end, way };
}

const ROWS = [
  moved("c", [3, 4], [1, 1], "rose"),
  moved("a", [1, 1], [2, 2], "fell"),
  moved("b", [2, 2], [3, 3], "fell"),
  moved("d", [3, 4], [4, 4], "level"),
];

const shape = {
  before: { activity: "r", round: 1, label: { es: "ronda 1" }, voted: 3, delegations: 2 },
  after: { activity: "r", round: 2, label: { es: "ronda 2" }, voted: 3, delegations: 2 },
  rows: ROWS,
  notes: [{ es: "En ambas votaron las mismas personas." }],
} as unknown as Shape;

beforeEach(() => {
  setLang("es");
  document.body.innerHTML = "";
});

test("the places before stand in their own order, level ones as they stand now", () => {
  expect(beforeOrder(ROWS).map((row) => row.id)).toEqual(["a", "b", "c", "d"]);
});

test("a tie is said with both its places", () => {
  expect(wayWords(ROWS[0] as Moved)).toBe("sube de 3–4 a 1");
  expect(wayWords(ROWS[3] as Moved)).toBe("sin cambio");
});

test("each line leads from the row before to the row after, and everything drawn is said", () => {
  render(<Movement movement={shape} />, document.body);
  const lines = [...document.querySelectorAll("line")];
  expect(lines.map((line) => [line.getAttribute("y1"), line.getAttribute("y2")])).toEqual([
    ["100", "20"],
    ["20", "60"],
    ["60", "100"],
    ["140", "140"],
  ]);
  expect(lines.map((line) => line.getAttribute("class"))).toEqual([
    "rose",
    "fell",
    "fell",
    "level",
  ]);
  for (const hidden of document.querySelectorAll("[aria-hidden]")) hidden.remove();
  const said = document.body.textContent ?? "";
  for (const words of ["sube de 3–4 a 1", "baja de 2 a 3", "En ambas votaron las mismas personas."])
    expect(said).toContain(words);
});
