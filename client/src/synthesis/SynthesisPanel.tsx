import "./synthesis.css";
import "./words";
import { useSignal } from "@preact/signals";
import { otherLang, pick, t } from "../i18n";
import { SessionFilter, SessionHead, sessionsShown } from "../pages/report/SessionFilter";
import { key } from "../state";
import type { ActivityValue, Heading, NodeValue, SessionLine } from "../wire";
import { NoteCell } from "./NoteCell";
import { Syntheses } from "./Syntheses";
import { SynthesisForm } from "./SynthesisForm";
import { type Note, sideBySide } from "./sideBySide";

function hasNotes(session: SessionLine): boolean {
  return session.activities.some(({ id }) => key(`entries/${id}`));
}

/** All tables' notes side by side, and what the general rapporteur makes of them. */
export function SynthesisPanel() {
  const sessions = sessionsShown(hasNotes).filter(hasNotes);
  if (sessions.length === 0) return <p class="muted report-empty">{t("synthesis.none")}</p>;
  const nodes = new Map((key("lineage")?.nodes ?? []).map((node) => [node.id, node]));
  return (
    <>
      <SessionFilter has={hasNotes} />
      <p class="small muted">{t("synthesis.side_by_side")}</p>
      {sessions.map((session) => (
        <section key={session.id} class="report-session">
          <SessionHead session={session} />
          <Syntheses session={session.id} />
          {session.activities.map(({ id }) => {
            const activity = key(`activity/${id}`);
            return (
              activity?.pads && (
                <SideBySide key={id} session={session} activity={activity} nodes={nodes} />
              )
            );
          })}
        </section>
      ))}
    </>
  );
}

interface Props {
  session: SessionLine;
  activity: ActivityValue;
  nodes: Map<string, NodeValue>;
}

function SideBySide({ session, activity, nodes }: Props) {
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const writing = useSignal(false);
  const headings = (activity.setup.headings as Heading[] | undefined) ?? [];
  const rows = sideBySide(activity.id, headings, session.tables, key(`entries/${activity.id}`));
  if (activity.regime === "reserved") return <p class="small muted">{t("synthesis.withheld")}</p>;
  const notes = rows.flatMap(({ cells }) => cells.flat());
  const marked = notes.filter(({ node }) => chosen.value.has(node));
  const choose = (note: Note, on: boolean) => {
    const others = [...chosen.value].filter((node) => node !== note.node);
    chosen.value = new Set(on ? [...others, note.node] : others);
  };
  return (
    <article class="card" aria-label={activity.code}>
      <h3>
        <span class="object-code">{activity.code}</span> {pick(activity.title)}
      </h3>
      <div class="side-by-side">
        {rows.map((row) => (
          <section key={row.heading} class="side-row">
            <h4 lang={otherLang(row.title)}>{row.title ? pick(row.title) : row.heading}</h4>
            <div class="side-cells" style={{ "--columns": session.tables.length }}>
              {row.cells.map((cell, index) => (
                <ul
                  key={session.tables[index]}
                  class={cell.length === 0 ? "empty" : undefined}
                  aria-label={tableName(session, index)}
                >
                  <li class="small muted side-table">{tableName(session, index)}</li>
                  {cell.map((note) => (
                    <NoteCell
                      key={note.node}
                      note={note}
                      code={nodes.get(note.node)?.code ?? ""}
                      chosen={chosen.value.has(note.node)}
                      choose={(on) => choose(note, on)}
                    />
                  ))}
                </ul>
              ))}
            </div>
          </section>
        ))}
      </div>
      {marked.length > 0 && !writing.value && (
        <button
          type="button"
          class="button main side-merge"
          onClick={() => {
            writing.value = true;
          }}
        >
          {t("synthesis.merge", { n: marked.length })}
        </button>
      )}
      {writing.value && marked.length > 0 && (
        <SynthesisForm
          session={session.id}
          notes={marked}
          shut={(done) => {
            writing.value = false;
            if (done) chosen.value = new Set();
          }}
        />
      )}
    </article>
  );
}

function tableName(session: SessionLine, index: number): string {
  return session.format === "tables" ? t("table.name", { number: index + 1 }) : t("table.plenary");
}
