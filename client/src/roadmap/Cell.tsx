import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { pick, t } from "../i18n";
import { key } from "../state";
import type { LineValue } from "../wire";
import { beginsWithVerb, type Column, sent, written } from "./fields";
import { give } from "./save";

interface Props {
  line: LineValue;
  column: Column;
  still: boolean;
}

interface Conflict {
  /** What this person wrote, and the other's words that stand now. */
  mine: string;
}

/** One field of a line. It is saved when it is left; the version it was begun on goes along, so that nobody's words are
 * written over unseen. */
export function Cell({ line, column, still }: Props) {
  const draft = useSignal<string | undefined>(undefined);
  const begun = useRef<{ version: number; text: string } | undefined>(undefined);
  const conflict = useSignal<Conflict | undefined>(undefined);
  const refused = useSignal("");
  if (!line.fields) return null;
  const now = written(line.fields, column.name);
  const label = `${t(`roadmap.field.${column.name}`)}: ${line.code}`;

  const begin = () => {
    begun.current ??= { version: line.version, text: now };
  };
  const forget = () => {
    draft.value = undefined;
    begun.current = undefined;
    conflict.value = undefined;
    refused.value = "";
  };
  const send = async (text: string, version: number) => {
    const changes = { [column.name]: sent(column, text) };
    const { saved, stale, words } = await give("edit_line", { line: line.id, version, changes });
    if (saved) forget();
    else if (stale) conflict.value = { mine: text };
    else refused.value = words;
  };
  const leave = () => {
    const text = draft.value;
    const start = begun.current;
    if (conflict.value) return;
    if (text === undefined || !start || text.trim() === start.text) forget();
    else void send(text, start.version);
  };
  const shared = {
    class: "field",
    "aria-label": label,
    disabled: still,
    onFocus: begin,
    onBlur: leave,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Escape") forget();
    },
  };
  const write = (text: string) => {
    begin();
    draft.value = text;
  };
  const value = draft.value ?? now;
  return (
    <>
      {column.sort === "choice" ? (
        <select
          {...shared}
          value={value}
          onChange={(event) => {
            write(event.currentTarget.value);
            leave();
          }}
        >
          <option value="">—</option>
          {choicesOf(column, now).map(([id, word]) => (
            <option key={id} value={id}>
              {word}
            </option>
          ))}
        </select>
      ) : column.sort === "long" ? (
        <textarea
          {...shared}
          rows={3}
          maxLength={column.most}
          dir="auto"
          value={value}
          onInput={(event) => write(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          type="text"
          maxLength={column.most}
          dir="auto"
          value={value}
          onInput={(event) => write(event.currentTarget.value)}
        />
      )}
      {column.name === "activity" && !beginsWithVerb(value) && (
        <p class="small muted">{t("roadmap.infinitive")}</p>
      )}
      {conflict.value && (
        <Meeting
          now={now}
          mine={conflict.value.mine}
          keepTheirs={forget}
          keepMine={() => void send(conflict.value?.mine ?? "", line.version)}
        />
      )}
      {refused.value && (
        <p class="small flagged" role="alert">
          {refused.value}
        </p>
      )}
    </>
  );
}

/** Two people changed one field: both texts, and the choice between them. */
function Meeting({
  now,
  mine,
  keepTheirs,
  keepMine,
}: {
  now: string;
  mine: string;
  keepTheirs: () => void;
  keepMine: () => void;
}) {
  return (
    <div class="banner conflict" role="alert">
      <p>{t("roadmap.conflict")}</p>
      <p dir="auto">
        <strong>{t("roadmap.conflict.now")}</strong> {now || "—"}
      </p>
      <p dir="auto">
        <strong>{t("roadmap.conflict.mine")}</strong> {mine || "—"}
      </p>
      <button type="button" class="button small" onClick={keepTheirs}>
        {t("roadmap.conflict.keep")}
      </button>
      <button type="button" class="button small" onClick={keepMine}>
        {t("roadmap.conflict.write")}
      </button>
    </div>
  );
}

function choicesOf({ name, choices }: Column, now: string): [string, string][] {
  if (choices) return choices.map((id) => [id, t(`roadmap.${name}.${id}`)]);
  const bank = key("bank");
  const found: [string, string][] =
    name === "theme"
      ? (bank?.themes ?? []).map(({ id, name: word }) => [id, `${id} · ${pick(word)}`])
      : (bank?.challenges ?? []).map(({ id, short }) => [id, `${id} · ${pick(short)}`]);
  return now && !found.some(([id]) => id === now) ? [...found, [now, now]] : found;
}
