import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type * as Y from "yjs";
import { has, pick, t } from "../i18n";
import { key } from "../state";
import { bind } from "./binding";
import { Changes } from "./Changes";
import {
  type Deleted,
  type Entry as EntryValue,
  entriesOf,
  MAX_CHARS,
  moveEntry,
  SENSITIVE,
  setFlag,
} from "./entries";
import { looksPersonal } from "./personal";
import type { Pen, Writer } from "./writing";

const COUNTED_FROM = 100;
const LEFT_FROM = 400;

interface Props {
  doc: Y.Doc;
  entry: EntryValue;
  /** Its id in the chain. */
  node: string;
  label: string;
  first: boolean;
  last: boolean;
  canWrite: boolean;
  focus: boolean;
  writing: Writer[];
  /** The texts that the table stood by, if it has. */
  validated: Readonly<Record<string, string>> | undefined;
  pen: Pen;
  onDelete: () => void;
  /** Somebody else deleted it while it was being written here. */
  onGone: (deleted: Deleted) => void;
}

/** One note: its text, and what can be done with it. */
export function Entry(props: Props) {
  const { doc, entry, canWrite, writing } = props;
  const text = useSignal(entry.text.toString());
  const sensitive = entry.flags.includes(SENSITIVE);
  const content = text.value;
  return (
    <li class={sensitive ? "pad-entry sensitive" : "pad-entry"}>
      {canWrite ? (
        <Area
          {...props}
          onText={(value) => {
            text.value = value;
          }}
        />
      ) : (
        <Reading
          text={entry.text}
          onText={(value) => {
            text.value = value;
          }}
        />
      )}
      <div class="pad-under small">
        {writing.length > 0 && <span class="pad-writing">{names(writing)}</span>}
        {sensitive && (
          <span class="pad-flag">
            {t("pad.sensitive")}. {t("pad.sensitive_means")}
          </span>
        )}
        {canWrite && content.length >= COUNTED_FROM && (
          <span class="muted pad-length">
            {content.length > MAX_CHARS - LEFT_FROM
              ? t("pad.length_left", { n: Math.max(0, MAX_CHARS - content.length) })
              : t("pad.length", { count: content.length })}
          </span>
        )}
      </div>
      {props.validated && <Changes validated={props.validated[entry.id]} text={content} />}
      <Asked node={props.node} />
      {canWrite && looksPersonal(content) && (
        <p class="banner small" role="status">
          {t("pad.personal")}
        </p>
      )}
      {canWrite && <Tools {...props} doc={doc} sensitive={sensitive} />}
    </li>
  );
}

function Area({
  doc,
  entry,
  label,
  focus,
  pen,
  onDelete,
  onGone,
  onText,
}: Props & { onText: (text: string) => void }) {
  const ref = useRef<HTMLTextAreaElement>(null);
  const { id, text } = entry;
  useLayoutEffect(() => {
    const area = ref.current;
    if (!area) return undefined;
    const unbind = bind(area, text, () => {
      grow(area);
      onText(area.value);
    });
    return () => {
      const busy = document.activeElement === area;
      unbind();
      if (busy && area.value.trim() && !entriesOf(doc).has(id)) {
        onGone({
          id,
          heading: entry.heading,
          order: entry.order,
          flags: entry.flags,
          text: area.value,
        });
      }
    };
  }, [text]);
  useLayoutEffect(() => {
    if (focus) ref.current?.focus();
  }, [focus]);
  return (
    <textarea
      ref={ref}
      class="field"
      rows={1}
      dir="auto"
      maxLength={MAX_CHARS}
      aria-label={label}
      onInput={() => pen.write(id)}
      onFocus={() => pen.write(id)}
      onBlur={(event) => {
        pen.rest();
        const to = event.relatedTarget as Node | null;
        const left = !event.currentTarget.closest("li")?.contains(to);
        if (left && event.currentTarget.value.trim() === "") onDelete();
      }}
    />
  );
}

/** As tall as its text: nothing scrolls inside a page that scrolls. */
function grow(area: HTMLTextAreaElement): void {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

function Reading({ text, onText }: { text: Y.Text; onText: (text: string) => void }) {
  const shown = useSignal(text.toString());
  useLayoutEffect(() => {
    const look = () => {
      shown.value = text.toString();
      onText(shown.value);
    };
    look();
    text.observe(look);
    return () => text.unobserve(look);
  }, [text]);
  return (
    <p class="pad-text" dir="auto">
      {shown.value}
    </p>
  );
}

function Tools({
  doc,
  entry,
  label,
  first,
  last,
  sensitive,
  onDelete,
}: Props & { sensitive: boolean }) {
  const open = useSignal(false);
  return (
    <div class={open.value ? "pad-tools open" : "pad-tools"}>
      <button
        type="button"
        class="button quiet small pad-more"
        aria-expanded={open.value}
        aria-label={`${t("pad.options")}. ${label}`}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {t("pad.options")}
      </button>
      <div class="pad-choices">
        {!(first && last) && (
          <>
            <button
              type="button"
              class="button small"
              disabled={first}
              onClick={() => moveEntry(doc, entry.id, -1)}
            >
              {t("pad.up")}
            </button>
            <button
              type="button"
              class="button small"
              disabled={last}
              onClick={() => moveEntry(doc, entry.id, 1)}
            >
              {t("pad.down")}
            </button>
          </>
        )}
        <button type="button" class="button small" onClick={onDelete}>
          {t("pad.delete")}
        </button>
        <label class="pad-sensitive small">
          <input
            type="checkbox"
            checked={sensitive}
            onChange={(event) => setFlag(doc, entry.id, SENSITIVE, event.currentTarget.checked)}
          />
          {t("pad.sensitive")}
        </label>
      </div>
    </div>
  );
}

/** What is asked about this note, where comments are told: at the desk and to those who write the report. */
function Asked({ node }: { node: string }) {
  const asked = (key("comments")?.comments ?? []).filter(
    ({ entry, resolved_at }) => entry === node && resolved_at === null,
  );
  return (
    <>
      {asked.map(({ id, quote, text }) => (
        <div key={id} class="pad-asked small">
          {quote && <p class="muted">{t("pad.asked_about", { quote })}</p>}
          <p dir="auto">{text}</p>
        </div>
      ))}
    </>
  );
}

/** The names of those who write, where they may be shown. */
function names(writing: Writer[]): string {
  const known = key("programme")?.delegations ?? {};
  const named = writing.map(({ author }) => {
    const delegation = known[author];
    if (delegation) return pick(delegation);
    return has(`pad.role.${author}`) ? t(`pad.role.${author}`) : "";
  });
  const who = [...new Set(named.filter(Boolean))].join(", ");
  return who ? t("pad.writing", { who }) : t("pad.someone");
}
