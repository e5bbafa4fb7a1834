/* A phone's own entries: writing them while the round is open, and what became of each. */
import "./entries.css";
import "./words";
import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { Question } from "../activities/Question";
import { pick, t } from "../i18n";
import { useAnnounced } from "../parts/Live";
import { key } from "../state";
import { forget, keep, kept } from "../storage";
import { unsent } from "../unsent";
import type { ActivityValue, OwnEntry } from "../wire";
import { Entry } from "./Entry";
import { drop, type Queued, queuedOf, resume, submit, tidy } from "./queue";
import { TextArea } from "./TextArea";

export function Written({ activity }: { activity: ActivityValue }) {
  const meeting = key("meeting")?.id ?? "";
  const seat = key("seat")?.id ?? "";
  resume(meeting, seat);
  const { id, round } = activity;
  const told = key(`written/${id}`);
  const open = activity.phase === "open";
  useEffect(() => {
    if (!open) tidy(id, round);
  }, [open, id, round]);
  const queued = queuedOf(id, round);
  const waiting = queued.filter((one) => !shows(told?.items, one));
  const sending = waiting.filter((one) => one.does === "add" && one.state !== "refused").length;
  const left = Math.max(0, (told?.left ?? 0) - sending);
  const mine = key(`mine/${id}`);
  const may = mine?.voter !== false;
  return (
    <div class="written">
      {open && <Question setup={activity.setup} />}
      {activity.phase === "closed" && (
        <>
          <h2 tabIndex={-1} data-heading dir="auto">
            {pick(activity.title)}
          </h2>
          <p>{t("entries.closed")}</p>
          {may && <Unsent activity={id} />}
        </>
      )}
      {open && may && <Form activity={activity} left={left} />}
      {may && (
        <section aria-labelledby={`own-${id}`}>
          <h3 id={`own-${id}`}>{t("entries.own")}</h3>
          {!told?.items.length && !waiting.length && <p class="muted">{t("entries.own.none")}</p>}
          <ul class="own-entries">
            {told?.items.map((item) => (
              <Entry
                key={item.id}
                item={item}
                activity={activity}
                pending={queued.find((one) => one.id === item.id && one.state !== "received")}
              />
            ))}
            {waiting
              .filter((one) => !told?.items.some((item) => item.id === one.id))
              .map((one) => (
                <Waiting key={one.id} queued={one} />
              ))}
          </ul>
        </section>
      )}
      <p class="small muted">
        {t(activity.secrecy === "secret" ? "entries.secret" : "entries.named")}
      </p>
    </div>
  );
}

/** Whether the server's list already says what this phone sent. */
function shows(items: readonly OwnEntry[] | undefined, one: Queued): boolean {
  if (one.state !== "received") return false;
  const there = items?.some((item) => item.id === one.id) ?? false;
  return one.does === "withdraw" ? !there : there;
}

/** Where what is being written is kept. */
function draftName(activity: string): string {
  return `draft.entry.${key("meeting")?.id}.${key("seat")?.id}.${activity}`;
}

/** What the close came before: it is not lost without a word. */
function Unsent({ activity }: { activity: string }) {
  const text = kept<string>(draftName(activity));
  if (!text) return null;
  return (
    <div class="banner">
      <p>{t("entries.unsent")}</p>
      <p dir="auto">{text}</p>
    </div>
  );
}

function Form({ activity, left }: { activity: ActivityValue; left: number }) {
  const name = draftName(activity.id);
  const form = useRef<HTMLFormElement>(null);
  const text = useSignal(kept<string>(name) ?? "");
  const label = useId();
  const hint = left > 0 ? t("entries.left", { n: left }) : t("entries.none_left");
  useAnnounced(hint);
  useEffect(() => {
    if (text.peek()) unsent.value = activity.id;
    return () => {
      if (unsent.peek() === activity.id) unsent.value = undefined;
    };
  }, []);
  const write = (typed: string) => {
    text.value = typed;
    unsent.value = typed ? activity.id : undefined;
    if (typed) keep(name, typed);
    else forget(name);
  };
  const ready = left > 0 && /[\p{L}\p{N}]/u.test(text.value);
  const send = () => {
    if (!ready) return;
    void submit(activity.id, activity.round, "add", { text: text.value.trim() });
    write("");
    if (left > 1) form.current?.querySelector("textarea")?.focus();
  };
  return (
    <form
      ref={form}
      class="entry-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label id={label} class="form-label" for={`${label}-text`}>
        {t("entries.write")}
      </label>
      <TextArea id={`${label}-text`} value={text.value} onValue={write} onEnter={send} />
      <div class="thumb">
        <p class="hint small">{hint}</p>
        <button type="submit" class="button main" disabled={!ready}>
          {t("phone.send")}
        </button>
      </div>
    </form>
  );
}

/** Not yet on the server's list. */
function Waiting({ queued }: { queued: Queued }) {
  const refused = queued.state === "refused";
  const state = queued.state === "received" ? "shown" : queued.state;
  return (
    <li class={refused ? "own-entry refused" : "own-entry"}>
      <p dir="auto">{queued.fields.text}</p>
      <p class="small muted">
        {t(`entries.state.${state}`)}
        {refused && queued.code ? `: ${t(`code.${queued.code}`)}` : ""}
      </p>
      {refused && (
        <button type="button" class="button quiet" onClick={() => drop(queued)}>
          {t("entries.withdraw")}
        </button>
      )}
    </li>
  );
}
