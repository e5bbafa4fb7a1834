import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { command } from "../../connection";
import { has, otherLang, pick, t } from "../../i18n";
import { Changes, Missing } from "../../notes/Changes";
import { moved } from "../../regimes/agreed";
import { NoteMark } from "../../regimes/NoteMark";
import { Code } from "../../roadmap/Code";
import { CodeAndTake } from "../../roadmap/Take";
import { key } from "../../state";
import { Comment, commentsOn } from "../../synthesis/Comment";
import type { ActivityValue, EntryValue, Heading, SessionLine } from "../../wire";
import { SessionFilter, SessionHead, sessionsShown } from "./SessionFilter";
import { when } from "./when";

type Pad = ComponentType<{
  meeting: string;
  activity: string;
  table: string;
  role: string;
  headings: Heading[];
  canWrite: boolean;
  showAuthors: boolean;
}>;

const SENSITIVE = "sensitive";

function hasNotes(session: SessionLine): boolean {
  return session.activities.some(({ id }) => key(`activity/${id}`)?.pads);
}

/** What each table wrote, as it was recorded; and its notes as they stand now. */
export function NotesPanel() {
  const sessions = sessionsShown(hasNotes).filter(hasNotes);
  if (sessions.length === 0) return <p class="muted report-empty">{t("report.progress.none")}</p>;
  return (
    <>
      <SessionFilter has={hasNotes} />
      <p class="small muted">{t("report.notes.record_means")}</p>
      {sessions.map((session) => (
        <section key={session.id} class="report-session">
          <SessionHead session={session} />
          {session.activities.map(({ id }) => {
            const activity = key(`activity/${id}`);
            if (!activity?.pads) return null;
            return session.tables.map((table, index) => (
              <TableNotes
                key={`${id}.${table}`}
                activity={activity}
                table={table}
                name={
                  session.format === "tables"
                    ? t("table.name", { number: index + 1 })
                    : t("table.plenary")
                }
              />
            ));
          })}
        </section>
      ))}
    </>
  );
}

interface Props {
  activity: ActivityValue;
  table: string;
  name: string;
}

function TableNotes({ activity, table, name }: Props) {
  const entries = key(`entries/${activity.id}`);
  const recordedAt = entries?.recorded_at[table];
  const stood = entries?.validated.find((validated) => validated.table === table);
  const live = useSignal(false);
  const headings = (activity.setup.headings as Heading[] | undefined) ?? [];
  const open = activity.phase === "open" && !key("meeting")?.closed_at;
  return (
    <article class="card" id={`${activity.code}-${table}`} aria-label={`${activity.code} ${name}`}>
      <header class="card-head">
        <span class="object-code">
          {activity.code}-{table.toUpperCase()}
        </span>
        <h3 class="grow" tabIndex={-1}>
          {name}
        </h3>
        {stood && (
          <span class="state revealed">
            {t("report.notes.validated", { time: when(stood.at) })}
          </span>
        )}
        {recordedAt !== stood?.at && (
          <span class="state">
            {recordedAt === undefined
              ? t("report.notes.not_recorded")
              : t("report.notes.recorded", { time: when(recordedAt) })}
          </span>
        )}
      </header>
      {recordedAt !== undefined && !live.value && (
        <Recorded
          entries={entries?.tables[table] ?? []}
          headings={headings}
          place={`${activity.id}.${table}`}
          reserved={activity.regime === "reserved"}
          validated={stood?.texts}
        />
      )}
      {live.value && <LivePad activity={activity} table={table} headings={headings} open={open} />}
      <div class="card-tools">
        <Record activity={activity.id} table={table} name={name} />
        <button
          type="button"
          class="button"
          aria-expanded={live.value}
          onClick={() => {
            live.value = !live.value;
          }}
        >
          {t(live.value ? "report.notes.close" : open ? "report.notes.edit" : "report.notes.read")}
        </button>
      </div>
    </article>
  );
}

function Recorded({
  entries,
  headings,
  place,
  reserved,
  validated,
}: {
  entries: EntryValue[];
  place: string;
  headings: Heading[];
  reserved: boolean;
  validated: Record<string, string> | undefined;
}) {
  const withheld = (key("lineage")?.nodes ?? []).filter(
    (node) => node.sort === "entry" && node.withheld && node.id.startsWith(`${place}.`),
  );
  if (reserved) return <p class="small muted">{t("report.notes.reserved")}</p>;
  if (entries.length === 0 && withheld.length === 0)
    return <p class="small muted">{t("report.notes.empty")}</p>;
  return (
    <>
      {headings.map((heading) => {
        const here = entries.filter((entry) => entry.heading === heading.id);
        if (here.length === 0) return null;
        return (
          <section key={heading.id} class="recorded">
            <h4 lang={otherLang(heading.title)}>{pick(heading.title)}</h4>
            <ul>
              {here.map((entry) => (
                <Note
                  key={entry.id}
                  id={`${place}.${entry.id}`}
                  entry={entry}
                  validated={validated}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {withheld.map((node) => (
        <p key={node.id} class="object-tools">
          <Code sort="entry" id={node.id} code={node.code} />
          <span class="small muted">{t("agreement.withheld")}</span>
          <NoteMark id={node.id} code={node.code} />
        </p>
      ))}
      {validated && <Missing texts={validated} there={new Set(entries.map(({ id }) => id))} />}
    </>
  );
}

function Note({
  id,
  entry,
  validated,
}: {
  id: string;
  entry: EntryValue;
  validated: Record<string, string> | undefined;
}) {
  const code = key("lineage")?.nodes.find((node) => node.sort === "entry" && node.id === id)?.code;
  return (
    <li>
      <p class="note-text" dir="auto">
        {entry.text}
        {entry.flags.includes(SENSITIVE) && (
          <span class="small flagged"> · {t("report.notes.sensitive")}</span>
        )}
      </p>
      {validated && <Changes validated={validated[entry.id]} text={entry.text} />}
      {commentsOn(id).map((comment) => (
        <Comment key={comment.id} comment={comment} />
      ))}
      {code && (
        <p class="object-tools">
          <CodeAndTake sort="entry" id={id} />
          <NoteMark id={id} code={code} />
        </p>
      )}
    </li>
  );
}

/** Records the text as it stands; a refusal says why. */
function Record({ activity, table, name }: { activity: string; table: string; name: string }) {
  const busy = useSignal(false);
  const refused = useSignal("");
  const record = async () => {
    busy.value = true;
    refused.value = "";
    const reply = await command("validate_table", { activity, table });
    busy.value = false;
    const code = `code.${reply.code}`;
    if (reply.verdict === "refused") refused.value = t(has(code) ? code : "code.unknown");
  };
  const waiting = moved(`${activity}.${table}.`, key("lineage")?.nodes ?? []);
  return (
    <>
      {waiting.length > 0 && (
        <p class="small grow-line">
          {t("agreement.with_validation", { codes: waiting.map(({ code }) => code).join(", ") })}
        </p>
      )}
      <button
        type="button"
        class="button"
        aria-label={`${t("report.notes.record")}: ${name}`}
        disabled={busy.value}
        onClick={record}
      >
        {t(busy.value ? "report.notes.recording" : "report.notes.record")}
      </button>
      {refused.value && (
        <p class="banner danger small" role="alert">
          {refused.value}
        </p>
      )}
    </>
  );
}

function LivePad({
  activity,
  table,
  headings,
  open,
}: {
  activity: ActivityValue;
  table: string;
  headings: Heading[];
  open: boolean;
}) {
  const loaded = useSignal<Pad | undefined>(undefined);
  useEffect(() => {
    void import("../../notes/Pad").then((module) => {
      loaded.value = module.default;
    });
  }, []);
  const PadView = loaded.value;
  if (!PadView)
    return (
      <div
        class="skeleton"
        style={{ height: "9em" }}
        role="status"
        aria-label={t("report.loading_pad")}
      />
    );
  return (
    <PadView
      meeting={key("meeting")?.id ?? ""}
      activity={activity.id}
      table={table}
      role={document.body.dataset.role ?? "rapporteur"}
      headings={headings}
      canWrite={open}
      showAuthors={activity.regime === "open" || activity.regime === "attributable"}
    />
  );
}
