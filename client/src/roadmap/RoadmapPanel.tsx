import "./roadmap.css";
import "./print.css";
import "./words";
import { useSignal } from "@preact/signals";
import { pick, t } from "../i18n";
import { Scrolls } from "../pages/report/Scrolls";
import { key } from "../state";
import type { LineValue } from "../wire";
import { birth } from "./born";
import { Earlier } from "./Earlier";
import { COLUMNS, MECHANISMS, STATUSES } from "./fields";
import { filter, NONE, shown } from "./filter";
import { LineRow } from "./LineRow";
import { NEEDED } from "./lacks";
import { NewLine } from "./NewLine";
import { moveLine, said } from "./order";
import { PrintedLines } from "./PrintedLines";

/** The roadmap as a table that everybody who writes the report edits at once. */
export function RoadmapPanel() {
  const roadmap = key("roadmap");
  if (!roadmap) return <div class="skeleton tall" />;
  const lines = roadmap.lines.flatMap((id) => key(`line/${id}`) ?? []);
  const visible = shown(lines, filter.value);
  return (
    <section class="roadmap" aria-label={t("roadmap.title", { year: roadmap.year })}>
      <Filters lines={lines} visible={visible.length} />
      {birth.value ? (
        <NewLine key={JSON.stringify(birth.value.sources)} />
      ) : (
        <p>
          <button
            type="button"
            class="button"
            onClick={() => {
              birth.value = { sources: [], fields: {} };
            }}
          >
            {t("roadmap.new")}
          </button>
        </p>
      )}
      {lines.length === 0 && <p class="muted report-empty">{t("roadmap.none")}</p>}
      {visible.length > 0 && (
        <>
          <p class="small muted roadmap-keys">{t("roadmap.keys")}</p>
          <p class="small roadmap-said" role="status">
            {said}
          </p>
          <Scrolls label={t("roadmap.title", { year: roadmap.year })}>
            <Table lines={visible} />
          </Scrolls>
          <PrintedLines lines={visible} />
        </>
      )}
      <Earlier />
    </section>
  );
}

function Filters({ lines, visible }: { lines: LineValue[]; visible: number }) {
  const themes = (key("bank")?.themes ?? []).filter(({ id }) =>
    lines.some((line) => line.fields?.theme === id),
  );
  const by = filter.value;
  const set = (part: object) => {
    filter.value = { ...filter.value, ...part };
  };
  const choice = (
    name: "theme" | "mechanism" | "status" | "lacks",
    choices: [string, string][],
    word = `roadmap.field.${name}`,
  ) => (
    <label class="report-filter">
      <span class="small muted">{t(word)}</span>
      <select
        class="field"
        value={by[name]}
        onChange={(event) => set({ [name]: event.currentTarget.value })}
      >
        <option value="">{t(name === "lacks" ? "roadmap.lacks_nothing" : "roadmap.all")}</option>
        {choices.map(([id, word]) => (
          <option key={id} value={id}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <search class="roadmap-filters">
      <label class="report-filter grow">
        <span class="small muted">{t("roadmap.search")}</span>
        <input
          class="field"
          type="search"
          value={by.words}
          onInput={(event) => set({ words: event.currentTarget.value })}
        />
      </label>
      {choice(
        "theme",
        themes.map(({ id, name }) => [id, `${id} · ${pick(name)}`]),
      )}
      {choice(
        "mechanism",
        MECHANISMS.map((id) => [id, t(`roadmap.mechanism.${id}`)]),
      )}
      {choice(
        "status",
        STATUSES.map((id) => [id, t(`roadmap.status.${id}`)]),
      )}
      {choice(
        "lacks",
        NEEDED.map((name) => [name, t(`roadmap.field.${name}`)]),
        "roadmap.lacks",
      )}
      <p class="small muted" role="status">
        {t("roadmap.shown", { n: visible, of: lines.length })}
      </p>
      {JSON.stringify(by) !== JSON.stringify(NONE) && (
        <button
          type="button"
          class="button small"
          onClick={() => {
            filter.value = NONE;
          }}
        >
          {t("roadmap.clear")}
        </button>
      )}
    </search>
  );
}

function Table({ lines }: { lines: LineValue[] }) {
  const body = useSignal<HTMLTableSectionElement | null>(null);
  const ids = lines.map(({ id }) => id);
  return (
    <table class="report-table roadmap-table">
      <thead>
        <tr>
          <th scope="col">{t("roadmap.field.code")}</th>
          {COLUMNS.map(({ name }) => (
            <th key={name} scope="col">
              {t(`roadmap.field.${name}`)}
            </th>
          ))}
          <th scope="col">{t("roadmap.field.participants")}</th>
          <th scope="col">{t("roadmap.field.status")}</th>
          <th scope="col">{t("roadmap.field.sources")}</th>
        </tr>
      </thead>
      <tbody
        ref={(found) => {
          body.value = found;
        }}
        onKeyDown={(event) => {
          step(event, body.value);
          carry(event, ids);
        }}
      >
        {lines.map((line) => (
          <LineRow key={line.id} line={line} shown={ids} />
        ))}
      </tbody>
    </table>
  );
}

function arrow(event: KeyboardEvent): -1 | 0 | 1 {
  return event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
}

/** Alt and an arrow take the line along; in a list of choices they open it, as everywhere. */
function carry(event: KeyboardEvent, ids: readonly string[]): void {
  const by = arrow(event);
  const line = (event.target as HTMLElement).closest<HTMLElement>("tr")?.dataset.line;
  const opens = event.target instanceof HTMLSelectElement;
  if (!by || !event.altKey || event.ctrlKey || opens || !line) return;
  event.preventDefault();
  void moveLine(line, by, ids);
}

/** Ctrl and an arrow go up and down within a column; Tab goes along the line. */
function step(event: KeyboardEvent, body: HTMLTableSectionElement | null): void {
  const by = arrow(event);
  const cell = (event.target as HTMLElement).closest<HTMLTableCellElement>("td, th");
  const row = cell?.parentElement as HTMLTableRowElement | null | undefined;
  if (!by || !event.ctrlKey || !body || !cell || !row) return;
  const next = body.rows[[...body.rows].indexOf(row) + by];
  const there = next?.cells[cell.cellIndex]?.querySelector<HTMLElement>(
    "textarea, input, select, button",
  );
  if (!there) return;
  event.preventDefault();
  there.focus();
}
