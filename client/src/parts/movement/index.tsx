/* Who rose and who fell from one round to the next: a line for each option, and the same in words beside it. */
import "./movement.css";
import { otherLang, pick, t } from "../../i18n";
import type { Moved, Movement as Shape, Text } from "../../wire";
import "./words";

const ROW = 40;
const WIDTH = 110;

/** The places before stand left, those after right, each option in its own row; ties share a number, not a row. */
export function Movement({ movement, head = true }: { movement: Shape; head?: boolean }) {
  const { rows, notes } = movement;
  const before = beforeOrder(rows);
  return (
    <section class="movement">
      {head && <h3>{t("movement.title")}</h3>}
      <div class="slope" style={{ "--rows": rows.length }}>
        <p class="slope-heads small muted">
          <span dir="auto">{pick(movement.before.label)}</span>
          <span dir="auto">{pick(movement.after.label)}</span>
        </p>
        <div class="slope-body">
          <ol class="slope-places" aria-hidden="true">
            {before.map((row) => (
              <li key={row.id}>{placeWords(row.start)}</li>
            ))}
          </ol>
          <svg
            viewBox={`0 0 ${WIDTH} ${rows.length * ROW}`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {rows.map((row, index) => (
              <line
                key={row.id}
                class={row.way}
                x1={2}
                x2={WIDTH - 2}
                y1={(before.indexOf(row) + 0.5) * ROW}
                y2={(index + 0.5) * ROW}
                vector-effect="non-scaling-stroke"
              />
            ))}
          </svg>
          <ol class="slope-rows">
            {rows.map((row) => (
              <li key={row.id}>
                <strong>{placeWords(row.end)}</strong>
                <span class="slope-label" lang={otherLang(row.label)} dir="auto">
                  {pick(row.label)}
                </span>
                <span class="small muted slope-way">{wayWords(row)}</span>
              </li>
            ))}
          </ol>
        </div>
      </div>
      <ul class="small movement-notes">
        {(notes as Text[]).map((note) => (
          <li key={pick(note)}>{pick(note)}</li>
        ))}
      </ul>
    </section>
  );
}

/** By the places they had; level ones as they stand now, so that no lines cross without a reason. */
export function beforeOrder(rows: readonly Moved[]): Moved[] {
  return [...rows].sort((one, other) => place(one.start)[0] - place(other.start)[0]);
}

export function wayWords(row: Moved): string {
  const told = { before: placeWords(row.start), after: placeWords(row.end) };
  return t(`movement.${row.way}`, told);
}

function place(span: Moved["start"]): [number, number] {
  return span as [number, number];
}

function placeWords(span: Moved["start"]): string {
  const [low, high] = place(span);
  return low === high ? String(low) : `${low}–${high}`;
}
