import { pick, t } from "../../i18n";
import { clockTime } from "../../parts/time";
import { key } from "../../state";
import { type NotesProgress, progressOf, type TableProgress } from "./progress";
import { Scrolls } from "./Scrolls";

/** Sessions by tables, and activities sealed: what of the record is still missing. */
export function ProgressPanel() {
  const sessions = key("programme")?.sessions ?? [];
  const progress = progressOf(
    sessions,
    (id) => key(`activity/${id}`),
    (id) => key(`entries/${id}`),
  );
  return (
    <section class="report-progress" aria-label={t("report.progress")}>
      <div class="report-counts">
        <Count
          text={t("report.progress.sealed", { n: progress.sealed, of: progress.opened })}
          n={progress.sealed}
          of={progress.opened}
        />
        <Count
          text={t("report.progress.recorded", { n: progress.recorded, of: progress.tables })}
          n={progress.recorded}
          of={progress.tables}
        />
        <Count
          text={t("report.progress.validated", { n: progress.validated, of: progress.tables })}
          n={progress.validated}
          of={progress.tables}
        />
      </div>
      {progress.notes.length > 0 ? (
        <ProgressTable rows={progress.notes} />
      ) : (
        <p class="small muted">{t("report.progress.none")}</p>
      )}
    </section>
  );
}

function Count({ text, n, of }: { text: string; n: number; of: number }) {
  return (
    <div>
      <p>{text}</p>
      <div class="bar-track" aria-hidden="true">
        <div class="bar-fill still" style={{ width: `${of ? (n / of) * 100 : 0}%` }} />
      </div>
    </div>
  );
}

function ProgressTable({ rows }: { rows: NotesProgress[] }) {
  const most = Math.max(...rows.map((row) => row.tables.length));
  return (
    <Scrolls label={t("report.progress.table")}>
      <table class="report-table">
        <caption class="hidden-text">{t("report.progress.table")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("report.progress.session")}</th>
            {Array.from({ length: most }, (_, index) => (
              <th key={index} scope="col">
                {t("table.name", { number: index + 1 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.activity}>
              <th scope="row">
                <a href="#notes">
                  <span class="object-code">{row.code}</span> {pick(row.title)}
                </a>
              </th>
              {row.tables.map((table) => (
                <Cell key={table.table} table={table} open={row.open} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}

function Cell({ table, open }: { table: TableProgress; open: boolean }) {
  if (table.validatedAt !== undefined)
    return (
      <td class={table.changed ? "cell" : "cell recorded"}>
        {t(table.changed ? "report.cell.changed" : "report.cell.validated", {
          time: clockTime(table.validatedAt),
        })}
      </td>
    );
  if (table.recordedAt !== undefined)
    return <td class="cell">{t("report.cell.recorded", { time: clockTime(table.recordedAt) })}</td>;
  return <td class="cell muted">{t(open ? "report.cell.open" : "report.cell.missing")}</td>;
}
