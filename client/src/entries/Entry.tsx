/* One own entry that the server has: changing it, or hearing what became of it and objecting. */
import "./words";
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { command } from "../connection";
import { t } from "../i18n";
import type { ActivityValue, OwnEntry } from "../wire";
import { type Queued, submit } from "./queue";
import { TextArea } from "./TextArea";

interface Props {
  item: OwnEntry;
  activity: ActivityValue;
  /** What is being done with it and was not answered yet. */
  pending: Queued | undefined;
}

export function Entry({ item, activity, pending }: Props) {
  const editing = useSignal(false);
  const wrote = item.written ?? String(item.fields.text);
  const text = pending?.does === "edit" ? pending.fields.text : wrote;
  const gone = pending?.does === "withdraw";
  const open = activity.phase === "open" && item.round === activity.round && !item.changed;
  return (
    <li class="own-entry">
      {editing.value ? (
        <EditForm
          text={text}
          onDone={(changed) => {
            editing.value = false;
            if (changed === undefined || changed === text) return;
            const fields = { ...item.fields, text: changed };
            void submit(activity.id, activity.round, "edit", fields, item.id);
          }}
        />
      ) : (
        <p dir="auto">
          {item.code && <span class="code">{item.code} </span>}
          {text}
        </p>
      )}
      <p class="small muted">
        {t(
          `entries.state.${pending && pending.state !== "refused" ? pending.state : stateOf(item, activity)}`,
        )}
      </p>
      <Became item={item} />
      {open && !editing.value && !gone && (
        <div class="entry-actions">
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              editing.value = true;
            }}
          >
            {t("entries.edit")}
          </button>
          <button
            type="button"
            class="button quiet"
            onClick={() =>
              void submit(activity.id, activity.round, "withdraw", { text: wrote }, item.id)
            }
          >
            {t("entries.withdraw")}
          </button>
        </div>
      )}
      {item.changed && <Objection item={item} activity={activity.id} />}
    </li>
  );
}

function stateOf(item: OwnEntry, activity: ActivityValue): string {
  if (item.status !== "shown") return item.status;
  if (item.written !== null) return "reworded";
  return activity.phase === "open" ? "shown" : "listed";
}

/** What the list says in its place. */
function Became({ item }: { item: OwnEntry }) {
  const reworded =
    item.written !== null ? [{ code: item.code, text: String(item.fields.text) }] : [];
  const now = item.became.length ? item.became : reworded;
  if (!now.length) return null;
  return (
    <ul class="became" aria-label={t("entries.became")}>
      {now.map(({ code, text }) => (
        <li key={`${code}${text}`} dir="auto">
          {code && <span class="code">{code} </span>}
          {text}
        </li>
      ))}
    </ul>
  );
}

function Objection({ item, activity }: { item: OwnEntry; activity: string }) {
  const asking = useSignal(false);
  const why = useSignal("");
  const field = useId();
  if (item.objection !== null) return <p class="small">{t("entries.objected")}</p>;
  if (!asking.value)
    return (
      <button
        type="button"
        class="button quiet"
        onClick={() => {
          asking.value = true;
        }}
      >
        {t("entries.object")}
      </button>
    );
  const send = () => {
    asking.value = false;
    const text = /[\p{L}\p{N}]/u.test(why.value) ? { text: why.value.trim() } : {};
    void command("object_to_entry", { activity, entry: item.id, ...text });
  };
  return (
    <form
      class="entry-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="form-label" for={field}>
        {t("entries.object.why")}
      </label>
      <TextArea
        id={field}
        value={why.value}
        onValue={(typed) => {
          why.value = typed;
        }}
        onEnter={send}
      />
      <div class="entry-actions">
        <button type="submit" class="button">
          {t("entries.object.send")}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            asking.value = false;
          }}
        >
          {t("entries.cancel")}
        </button>
      </div>
    </form>
  );
}

function EditForm({ text, onDone }: { text: string; onDone: (changed?: string) => void }) {
  const typed = useSignal(text);
  const field = useId();
  const save = () => {
    if (/[\p{L}\p{N}]/u.test(typed.value)) onDone(typed.value.trim());
  };
  return (
    <form
      class="entry-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label class="hidden-text" for={field}>
        {t("entries.edit")}
      </label>
      <TextArea
        id={field}
        value={typed.value}
        onValue={(next) => {
          typed.value = next;
        }}
        onEnter={save}
      />
      <div class="entry-actions">
        <button type="submit" class="button">
          {t("entries.save")}
        </button>
        <button type="button" class="button quiet" onClick={() => onDone()}>
          {t("entries.cancel")}
        </button>
      </div>
    </form>
  );
}
