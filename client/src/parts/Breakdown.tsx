import "./breakdown.css";
import { pick, register, t } from "../i18n";
import type { OutcomeValue, Text } from "../wire";

register({
  "breakdown.title": { es: "Por mecanismo", en: "By mechanism", pt: "Por mecanismo" },
});

interface Groups {
  columns: { label: Text }[];
  rows: (Text | string | number | null)[][];
}

/** What each group answered, or the one line that says why no group is shown. */
export function Breakdown({ outcome }: { outcome: OutcomeValue["outcome"] }) {
  const groups = outcome.breakdown as Groups | undefined;
  if (!groups) return null;
  const [first, ...rest] = groups.columns;
  return (
    <section class="breakdown">
      <h3>{t("breakdown.title")}</h3>
      {rest.length === 0 || !first ? (
        <p>{groups.rows.map((row) => said(row[0] ?? null)).join(" ")}</p>
      ) : (
        <div class="breakdown-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{pick(first.label)}</th>
                {rest.map((column) => (
                  <th scope="col" key={pick(column.label)}>
                    {pick(column.label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groups.rows.map(([label, ...cells]) => (
                <tr key={said(label ?? null)}>
                  <th scope="row" dir="auto">
                    {said(label ?? null)}
                  </th>
                  {cells.map((cell, place) => (
                    <td key={pick(rest[place]?.label ?? {})}>{said(cell)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function said(cell: Text | string | number | null): string {
  if (cell === null) return "";
  return typeof cell === "object" ? pick(cell) : String(cell);
}
