import "./breakdown.css";
import { pick, register, t } from "../i18n";
import type { OutcomeValue, Text } from "../wire";

register({
  "breakdown.title": { es: "Por mecanismo", en: "By mechanism", pt: "Por mecanismo" },
  "breakdown.following": { es: "y {n} más", en: "and {n} more", pt: "e mais {n}" },
  "breakdown.page": { es: "Página {n} de {of}", en: "Page {n} of {of}", pt: "Página {n} de {of}" },
});

interface Groups {
  columns: { label: Text }[];
  rows: (Text | string | number | null)[][];
}

interface Props {
  outcome: OutcomeValue["outcome"];
  /** So many rows at most, from the first on: a wall has no room for more. */
  most?: number;
}

/** What each group answered, or the one line that says why no group is shown. */
export function Breakdown({ outcome, most = Number.POSITIVE_INFINITY }: Props) {
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
              {groups.rows.slice(0, most).map(([label, ...cells]) => (
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
          {groups.rows.length > most && (
            <p class="muted">{t("breakdown.following", { n: groups.rows.length - most })}</p>
          )}
        </div>
      )}
    </section>
  );
}

/** Whether groups are shown at all, and not only why they are not. */
export function hasGroups(outcome: OutcomeValue["outcome"]): boolean {
  return ((outcome.breakdown as Groups | undefined)?.columns.length ?? 0) > 1;
}

function said(cell: Text | string | number | null): string {
  if (cell === null) return "";
  return typeof cell === "object" ? pick(cell) : String(cell);
}
