import { lang, pick } from "../../i18n";
import type { Table, Text } from "../../wire";
import { Scrolls } from "./Scrolls";

/** A table of an outcome, folded; its head stays in sight while its rows are read. */
export function OutcomeTable({ table }: { table: Table }) {
  const number = (kind: string | undefined) =>
    kind === "count" || kind === "number" || kind === "place";
  return (
    <details class="outcome-table">
      <summary>{pick(table.title)}</summary>
      <Scrolls label={pick(table.title)}>
        <table class="report-table">
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th
                  key={pick(column.label)}
                  scope="col"
                  class={number(column.kind) ? "figure" : undefined}
                >
                  {pick(column.label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, at) => {
                  const column = table.columns[at];
                  const Cell = at === 0 ? "th" : "td";
                  return (
                    <Cell
                      key={pick(column?.label)}
                      scope={at === 0 ? "row" : undefined}
                      class={number(column?.kind) ? "figure" : undefined}
                      dir="auto"
                    >
                      {cellText(cell, column?.kind)}
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </details>
  );
}

/** A cell as people read it: a shared place with a dash between, an exact fraction in decimals. */
export function cellText(cell: string | number | Text | null, kind: string | undefined): string {
  if (cell === null) return "";
  if (typeof cell === "object") return pick(cell);
  const text = String(cell);
  if (kind === "number") return figureText(text);
  return kind === "place" ? text.replace("-", "–") : text;
}

function figureText(exact: string): string {
  const [above = "", below = "1"] = exact.split("/");
  const value = Number(above) / Number(below);
  if (exact.trim() === "" || !Number.isFinite(value)) return exact;
  return new Intl.NumberFormat(lang.value, { maximumFractionDigits: 2 }).format(value);
}
