/* What can be done with the entries that were chosen. */
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { t } from "../i18n";
import { freshId } from "../ids";
import { act, locked } from "../pages/control/act";
import type { BoardItem } from "../wire";
import { textOf } from "./List";

interface Props {
  activity: string;
  items: readonly BoardItem[];
  working: boolean;
  onDone: () => void;
}

export function Bench({ activity, items, working, onDone }: Props) {
  const [first] = items;
  if (!first) return <p class="bench muted">{t(working ? "board.choose" : "board.choose.open")}</p>;
  return (
    <section class="bench" aria-label={t("board.bench")}>
      {items.length > 1 && working && (
        <Merge key={items.map((item) => item.id).join()} {...{ activity, items, onDone }} />
      )}
      {items.length === 1 && working && (
        <Wording key={first.id} activity={activity} item={first} onDone={onDone} />
      )}
      <Standing activity={activity} items={items} onDone={onDone} />
    </section>
  );
}

/** The longest says most; the first of equals. */
export function proposal(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), "");
}

function Merge({ activity, items, onDone }: Omit<Props, "working">) {
  const text = useSignal(proposal(items.map(textOf)));
  const field = useId();
  const ready = /[\p{L}\p{N}]/u.test(text.value) && !locked.value;
  const merge = async () => {
    if (!ready) return;
    const args = { activity, entries: items.map((item) => item.id), id: freshId() };
    if (await act("merge_entries", { ...args, text: text.value.trim() })) onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void merge();
      }}
    >
      <h3>{t("board.merge.head", { n: items.length })}</h3>
      <ul class="bench-texts">
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              class="button quiet"
              aria-pressed={text.value === textOf(item)}
              onClick={() => {
                text.value = textOf(item);
              }}
            >
              {textOf(item)}
            </button>
          </li>
        ))}
      </ul>
      <Text
        id={field}
        label={t("board.merge.text")}
        value={text.value}
        onValue={(typed) => {
          text.value = typed;
        }}
      />
      <button type="submit" class="button primary" disabled={!ready}>
        {t("board.merge", { n: items.length })}
      </button>
    </form>
  );
}

/** One line is a new wording, several are a split. */
function Wording({
  activity,
  item,
  onDone,
}: {
  activity: string;
  item: BoardItem;
  onDone: () => void;
}) {
  const typed = useSignal(textOf(item));
  const field = useId();
  const lines = typed.value
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
  const many = lines.length > 1;
  const same = lines.length === 1 && lines[0] === textOf(item);
  const save = async () => {
    const into = lines.map((text) => ({ id: freshId(), text }));
    const done = many
      ? await act("split_entry", { activity, entry: item.id, into })
      : await act("reword_entry", { activity, entry: item.id, text: lines[0] });
    if (done) onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (lines.length && !same) void save();
      }}
    >
      <Text
        id={field}
        label={t("board.word")}
        hint={t("board.word.hint")}
        value={typed.value}
        rows={3}
        onValue={(next) => {
          typed.value = next;
        }}
      />
      <button
        type="submit"
        class="button primary"
        disabled={locked.value || same || !lines.length || lines.length > 10}
      >
        {many ? t("board.split", { n: lines.length }) : t("board.reword")}
      </button>
    </form>
  );
}

/** On the list or off it. */
function Standing({ activity, items, onDone }: Omit<Props, "working">) {
  const each = async (command: string, of: readonly BoardItem[], more: object = {}) => {
    for (const item of of) await act(command, { activity, entry: item.id, ...more });
    onDone();
  };
  const waiting = items.filter((item) => item.status === "waiting");
  const hidden = items.filter((item) => item.status === "hidden");
  const seen = items.filter((item) => item.status !== "hidden");
  const button = (label: string, run: () => void) => (
    <button key={label} type="button" class="button" disabled={locked.value} onClick={run}>
      {label}
    </button>
  );
  return (
    <div class="bench-row">
      {waiting.length > 0 &&
        button(
          t("board.approve", { n: waiting.length }),
          () => void each("approve_entry", waiting),
        )}
      {seen.length > 0 &&
        button(t("board.hide", { n: seen.length }), () => void each("hide_entry", seen))}
      {hidden.length > 0 &&
        button(
          t("board.show", { n: hidden.length }),
          () => void each("hide_entry", hidden, { hide: false }),
        )}
      <button type="button" class="button quiet" onClick={onDone}>
        {t("board.unpick")}
      </button>
    </div>
  );
}

interface TextProps {
  id: string;
  label: string;
  hint?: string;
  value: string;
  rows?: number;
  onValue: (typed: string) => void;
}

function Text({ id, label, hint, value, rows = 2, onValue }: TextProps) {
  return (
    <div class="form-field">
      <label class="form-label" for={id}>
        {label}
      </label>
      <textarea
        id={id}
        class="field"
        rows={rows}
        dir="auto"
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      {hint && (
        <p id={`${id}-hint`} class="small muted">
          {hint}
        </p>
      )}
    </div>
  );
}
