import "./pad.css";
import "./words";
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type * as Y from "yjs";
import { otherLang, pick, t } from "../i18n";
import { clockTime } from "../parts/time";
import { key } from "../state";
import type { Heading } from "../wire";
import { Missing } from "./Changes";
import { Drafts } from "./drafts";
import { Entry } from "./Entry";
import {
  addEntry,
  type Deleted,
  deleteEntry,
  type Entry as EntryValue,
  entriesOf,
  restoreEntry,
  underHeading,
} from "./entries";
import { RescuedTexts } from "./RescuedTexts";
import { SavedLine } from "./SavedLine";
import { PadSync } from "./sync";
import { validatedBy } from "./validated";
import { othersWriting, Pen, type Writer } from "./writing";

interface Props {
  meeting: string;
  activity: string;
  table: string;
  role: string;
  headings: Heading[];
  canWrite: boolean;
  showAuthors: boolean;
}

/** The last thing deleted, and whether it was somebody else who did. */
interface Gone {
  entry: Deleted;
  byOther: boolean;
}

/** The notes of one table: entries under headings, written by several people at once. Give it a `key` per table. */
export default function Pad(props: Props) {
  const { meeting, activity, table, role, headings, showAuthors } = props;
  const sync = useMemo(
    () =>
      new PadSync(
        () => openSocket(meeting, activity, table, role),
        new Drafts(meeting, activity, table),
      ),
    [meeting, activity, table, role],
  );
  useEffect(() => {
    sync.start();
    return () => sync.stop();
  }, [sync]);
  useEffect(() => {
    // Notes that open again are tried again.
    if (props.canWrite) sync.refused.value = undefined;
  }, [sync, props.canWrite]);
  const doc = sync.doc.value;
  const shape = useShape(doc);
  const writers = useWriters(sync);
  const pen = useMemo(() => new Pen(sync.awareness), [doc]);
  const gone = useSignal<Gone | undefined>(undefined);
  const fresh = useSignal<string | undefined>(undefined);
  const stood = validatedBy(activity, table);
  const locked = sync.refused.value === "read_only" || sync.link.value === "ended";
  const canWrite = props.canWrite && !locked;
  shape.value; // read: a change of entries draws the pad again

  if (!sync.arrived.value && entriesOf(doc).size === 0 && sync.link.value === "connecting") {
    return <div class="skeleton pad-skeleton" role="status" aria-label={t("pad.loading")} />;
  }
  return (
    <section class="pad">
      {canWrite && <p class="small muted pad-reminder">{t("pad.reminder")}</p>}
      {!showAuthors && <p class="small muted">{t("pad.unattributed")}</p>}
      <Rotation activity={activity} />
      <SavedLine sync={sync} canWrite={canWrite} role={role} />
      {stood && (
        <p class="pad-validated small">{t("pad.validated", { time: clockTime(stood.at) })}</p>
      )}
      <RescuedTexts
        sync={sync}
        headings={headings}
        add={canWrite ? (heading, text) => addEntry(doc, heading, text) !== undefined : undefined}
      />
      {headings.map((heading) => (
        <section key={heading.id} class="pad-heading" aria-label={pick(heading.title)}>
          <h3 lang={otherLang(heading.title)}>{pick(heading.title)}</h3>
          <ol class="pad-entries">
            {withGone(underHeading(doc, heading.id), gone.value, heading.id).map(
              (item, index, row) =>
                "entry" in item ? (
                  <Restore
                    key={`gone-${item.entry.id}`}
                    gone={item}
                    undo={() => {
                      restoreEntry(doc, item.entry);
                      fresh.value = item.entry.id;
                      gone.value = undefined;
                    }}
                  />
                ) : (
                  <Entry
                    key={item.id}
                    doc={doc}
                    entry={item}
                    node={`${activity}.${table}.${item.id}`}
                    label={t("pad.entry", { heading: pick(heading.title), place: index + 1 })}
                    first={index === 0}
                    last={index === row.length - 1}
                    canWrite={canWrite}
                    focus={fresh.value === item.id}
                    writing={writing(writers.value, item.id, showAuthors)}
                    validated={stood?.texts}
                    pen={pen}
                    onDelete={() => {
                      const deleted = deleteEntry(doc, item.id);
                      if (deleted?.text.trim()) gone.value = { entry: deleted, byOther: false };
                    }}
                    onGone={(deleted) => {
                      if (gone.value?.entry.id !== deleted.id)
                        gone.value = { entry: deleted, byOther: true };
                    }}
                  />
                ),
            )}
          </ol>
          {underHeading(doc, heading.id).length === 0 && (
            <Empty heading={heading} canWrite={canWrite} />
          )}
          {canWrite && (
            <button
              type="button"
              class="button pad-add"
              aria-label={t("pad.add_to", { heading: pick(heading.title) })}
              onClick={() => {
                fresh.value = addEntry(doc, heading.id);
              }}
            >
              {t("pad.add")}
            </button>
          )}
        </section>
      ))}
      {stood && <Missing texts={stood.texts} there={new Set(entriesOf(doc).keys())} />}
    </section>
  );
}

/** After a rotation the notes stay at the table, and another group goes on with them. */
function Rotation({ activity }: { activity: string }) {
  const session = key("programme")?.sessions.find(
    ({ id }) => id === key(`activity/${activity}`)?.session,
  );
  if (!session || session.rotation === 0) return null;
  const told = { n: session.rotation + 1, of: Math.max(session.rotations, session.rotation) + 1 };
  return <p class="small muted">{t("pad.rotation", told)}</p>;
}

function Empty({ heading, canWrite }: { heading: Heading; canWrite: boolean }) {
  const text = pick(heading.hint) || (canWrite ? "" : t("pad.empty"));
  return text ? <p class="small muted">{text}</p> : null;
}

function openSocket(meeting: string, activity: string, table: string, role: string): WebSocket {
  const origin = location.origin.replace(/^http/, "ws");
  const pad = [meeting, activity, table].map(encodeURIComponent).join(".");
  return new WebSocket(`${origin}/notes/${pad}?as=${encodeURIComponent(role)}&acks=1`);
}

/** A number that grows with every entry added, deleted, moved or flagged: texts look after themselves. */
function useShape(doc: Y.Doc) {
  const version = useSignal(0);
  useEffect(() => {
    const count = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
      if (events.some((event) => event.path.length < 2 || event.path.at(-1) !== "text"))
        version.value += 1;
    };
    const entries = entriesOf(doc) as unknown as Y.AbstractType<Y.YEvent<never>>;
    entries.observeDeep(count as never);
    version.value += 1;
    return () => entries.unobserveDeep(count as never);
  }, [doc]);
  return version;
}

function useWriters(sync: PadSync) {
  const writers = useSignal<Writer[]>([]);
  const awareness = sync.awareness;
  useEffect(() => {
    const look = () => {
      writers.value = othersWriting(awareness);
    };
    awareness.on("change", look);
    return () => awareness.off("change", look);
  }, [awareness]);
  return writers;
}

function writing(writers: Writer[], entry: string, showAuthors: boolean): Writer[] {
  const here = writers.filter((writer) => writer.entry === entry);
  return showAuthors ? here : here.slice(0, 1).map(() => ({ entry, author: "" }));
}

/** The row with the place where something was just deleted. */
function withGone(
  row: EntryValue[],
  gone: Gone | undefined,
  heading: string,
): (EntryValue | Gone)[] {
  if (!gone || gone.entry.heading !== heading || row.some(({ id }) => id === gone.entry.id))
    return row;
  const at = row.findIndex(({ order }) => order > gone.entry.order);
  return at < 0 ? [...row, gone] : [...row.slice(0, at), gone, ...row.slice(at)];
}

function Restore({ gone, undo }: { gone: Gone; undo: () => void }) {
  return (
    <li class="pad-gone" role="status">
      <span class="grow">{t(gone.byOther ? "pad.deleted_by_other" : "pad.deleted")}</span>
      <button type="button" class="button" onClick={undo}>
        {t(gone.byOther ? "pad.restore" : "pad.undo")}
      </button>
    </li>
  );
}
