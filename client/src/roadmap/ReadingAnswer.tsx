import "./reading.css";
import "./readingWords";
import { useSignal } from "@preact/signals";
import { pick, t } from "../i18n";
import { useAnnounced } from "../parts/Live";
import { key } from "../state";
import type { OwnReadingValue, ReadLineValue } from "../wire";
import { ANSWERS } from "./fields";
import { give } from "./save";

/** The line being read, and the delegation's answer to it. */
export function ReadingAnswer() {
  const reading = key("reading");
  const own = key("own/reading");
  const line = reading?.line;
  useAnnounced(line ? `${line.code}. ${line.fields.activity}` : undefined);
  if (!reading) return null;
  return (
    <main class="activity reading">
      <p class="muted small">
        {t("reading.title")}
        {line && ` · ${t("reading.place", { n: reading.place, of: reading.of })}`}
      </p>
      {line ? <Said line={line} /> : <p>{t("reading.waiting")}</p>}
      {line &&
        (own?.line === line.id ? (
          <Answering key={`${line.id} ${line.version} ${own.answer}`} line={line} own={own} />
        ) : (
          <p class="muted">{t("reading.observer")}</p>
        ))}
      <p class="small muted">{t("reading.not_vote")}</p>
    </main>
  );
}

function Said({ line }: { line: ReadLineValue }) {
  const names = key("programme")?.delegations;
  const { activity, output, leads, institution, quarter, year, milestone } = line.fields;
  const time = [quarter && `T${quarter}`, year, milestone].filter(Boolean).join(" ");
  return (
    <>
      <h2 tabIndex={-1} data-heading dir="auto">
        <span class="muted">{line.code}</span> {activity}
      </h2>
      {[output, institution, time].filter(Boolean).map((text) => (
        <p key={text} dir="auto">
          {text}
        </p>
      ))}
      {leads.length > 0 && (
        <p class="small">
          {t("reading.leads")}: {leads.map((id) => pick(names?.[id])).join(", ")}
        </p>
      )}
      {line.participants.length > 0 && (
        <p class="small">
          {t("reading.participants")}: {line.participants.map((id) => pick(names?.[id])).join(", ")}
        </p>
      )}
    </>
  );
}

function Answering({ line, own }: { line: ReadLineValue; own: OwnReadingValue }) {
  const answer = useSignal(own.answer);
  const text = useSignal(own.text);
  const attributed = useSignal(own.attributed);
  const refused = useSignal("");
  const busy = useSignal(false);
  const fixed = own.by_head && !key("seat")?.head;
  const received = own.answer && t("reading.received", { answer: t(`reading.${own.answer}`) });
  useAnnounced(received ?? undefined);
  const send = async () => {
    busy.value = true;
    const { stale, words } = await give("answer_line", {
      line: line.id,
      version: line.version,
      answer: answer.value,
      text: text.value.trim(),
      attributed: attributed.value,
    });
    busy.value = false;
    refused.value = stale ? t("reading.changed") : words;
  };
  return (
    <>
      <fieldset class="rows" disabled={fixed}>
        <legend>{t("reading.ask")}</legend>
        {ANSWERS.map((id) => (
          <label key={id} class="row">
            <input
              type="radio"
              name="reading"
              checked={answer.value === id}
              onChange={() => {
                answer.value = id;
              }}
            />
            <span>{t(`reading.${id}`)}</span>
          </label>
        ))}
      </fieldset>
      {answer.value && answer.value !== "no_objection" && !fixed && (
        <>
          <label class="small">
            {t("reading.text")}
            <textarea
              class="field"
              rows={3}
              maxLength={300}
              dir="auto"
              value={text.value}
              onInput={(event) => {
                text.value = event.currentTarget.value;
              }}
            />
          </label>
          <label class="row">
            <input
              type="checkbox"
              checked={attributed.value}
              onChange={(event) => {
                attributed.value = event.currentTarget.checked;
              }}
            />
            <span>{t("reading.attributed")}</span>
          </label>
        </>
      )}
      {fixed ? (
        <p class="small">{t("reading.by_head")}</p>
      ) : (
        <button
          type="button"
          class="button main"
          disabled={!answer.value || busy.value}
          onClick={send}
        >
          {t("reading.send")}
        </button>
      )}
      {received && <p class="receipt received">{received}</p>}
      {refused.value && (
        <p class="banner danger" role="alert">
          {refused.value}
        </p>
      )}
      <button
        type="button"
        class="button"
        aria-pressed={own.joined}
        onClick={() => void give("join_line", { line: line.id, join: !own.joined })}
      >
        {t(own.joined ? "reading.joined" : "reading.join")}
      </button>
    </>
  );
}
