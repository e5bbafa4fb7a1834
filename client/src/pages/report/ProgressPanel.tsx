import "./progress.css";
import { useSignal } from "@preact/signals";
import { pick, t } from "../../i18n";
import { LinesProgress } from "../../roadmap/LinesProgress";
import { key } from "../../state";
import {
  bySession,
  type NotesProgress,
  progressOf,
  type SessionProgress,
  type TableProgress,
  tableState,
} from "./progress";
import { filtered } from "./SessionFilter";
import { openAt } from "./tabs";
import { when } from "./when";

const told = [(id: string) => key(`activity/${id}`), (id: string) => key(`entries/${id}`)] as const;

/** How far the record of the meeting is, in one line above every tab. */
export function ProgressStrip() {
  const progress = progressOf(key("programme")?.sessions ?? [], ...told);
  const counts = [
    ["sealed", progress.sealed, progress.opened],
    ["recorded", progress.recorded, progress.tables],
    ["validated", progress.validated, progress.tables],
  ] as const;
  return (
    <section class="report-counts" aria-label={t("report.progress")}>
      {counts.map(([name, n, of]) => (
        <div key={name}>
          <p class="small">{t(`report.progress.${name}`, { n, of })}</p>
          <div class="bar-track" aria-hidden="true">
            <div class="bar-fill still" style={{ width: `${of ? (n / of) * 100 : 0}%` }} />
          </div>
        </div>
      ))}
    </section>
  );
}

/** What is done and what is lacking, by session and table: each leads to where it is written. */
export function ProgressPanel() {
  const lacking = useSignal(false);
  const all = bySession(key("programme")?.sessions ?? [], ...told);
  const lacks = all.filter((session) => session.lacks.activities + session.lacks.tables > 0);
  const shown = lacking.value ? lacks : all;
  return (
    <section class="progress">
      <label class="lacking">
        <input
          type="checkbox"
          checked={lacking.value}
          onChange={(event) => {
            lacking.value = event.currentTarget.checked;
          }}
        />
        {t("report.progress.only_lacking")}
      </label>
      {shown.length === 0 && (
        <p class="muted report-empty">
          {t(all.length === 0 ? "report.progress.none" : "report.progress.complete")}
        </p>
      )}
      <ul class="progress-sessions">
        {shown.map((session) => (
          <Session key={session.session} session={session} lacking={lacking.value} />
        ))}
      </ul>
      <LinesProgress />
    </section>
  );
}

function Session({ session, lacking }: { session: SessionProgress; lacking: boolean }) {
  const { activities, tables } = session.lacks;
  const words = [
    activities > 0 && t("report.lacks.activities", { n: activities }),
    tables > 0 && t("report.lacks.tables", { n: tables }),
  ].filter(Boolean);
  const shown = session.activities.filter(({ state }) => !lacking || state !== "revealed");
  return (
    <li class="card progress-session">
      <div class="progress-head">
        <h2 class="grow">
          <span class="object-code">{session.code}</span> {pick(session.title)}
        </h2>
        <p class={words.length ? "state open" : "state revealed"}>
          {words.length ? words.join(" · ") : t("report.progress.done")}
        </p>
      </div>
      {shown.length > 0 && (
        <ul class="chips" aria-label={t("report.progress.activities")}>
          {shown.map((activity) => (
            <li key={activity.id}>
              <Chip
                state={activity.state === "revealed" ? "done" : "lacks"}
                name={activity.code}
                word={t(`report.state.${activity.state === "hidden" ? "sealed" : activity.state}`)}
                title={pick(activity.title)}
                go={() => {
                  filtered.value = session.session;
                  openAt("outcomes", activity.code);
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {session.notes.map((notes) => (
        <Tables key={notes.activity} notes={notes} lacking={lacking} />
      ))}
    </li>
  );
}

function Tables({ notes, lacking }: { notes: NotesProgress; lacking: boolean }) {
  const alone = notes.tables.length === 1;
  return (
    <div class="progress-notes">
      <p class="small muted">{t("report.progress.notes_of", { code: notes.code })}</p>
      <ul class="chips">
        {notes.tables.map((table, index) => {
          const state = tableState(table, notes.open);
          if (lacking && state === "validated") return null;
          return (
            <li key={table.table}>
              <Chip
                state={state === "validated" ? "done" : "lacks"}
                name={alone ? t("table.plenary") : t("table.name", { number: index + 1 })}
                word={t(`report.cell.${state}`, { time: when(timeOf(table) ?? 0) })}
                title={notes.code}
                go={() => {
                  filtered.value = notes.session;
                  openAt("notes", `${notes.code}-${table.table}`);
                }}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function timeOf(table: TableProgress): number | undefined {
  return table.validatedAt ?? table.recordedAt;
}

interface ChipProps {
  state: "done" | "lacks";
  name: string;
  word: string;
  title: string;
  go: () => void;
}

function Chip({ state, name, word, title, go }: ChipProps) {
  return (
    <button type="button" class={`chip ${state}`} title={title} onClick={go}>
      <strong>{name}</strong> <span>{word}</span>
    </button>
  );
}
