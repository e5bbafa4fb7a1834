/* A message over the room's screen and on phones, until it is cleared or replaced. */
import { useState } from "preact/hooks";
import { writingLang } from "../../activities/editing/fields";
import { pick, t } from "../../i18n";
import { clockTime } from "../../parts/time";
import { key } from "../../state";
import type { Text } from "../../wire";
import { act, locked } from "./act";

const MOST = 280;

const READY: Text[] = [
  {
    es: "Por favor, envíen su voto.",
    en: "Please send your vote.",
    pt: "Por favor, enviem seu voto.",
  },
  {
    es: "Retomamos en cinco minutos.",
    en: "We resume in five minutes.",
    pt: "Retomamos em cinco minutos.",
  },
  {
    es: "Quedan dos minutos para cerrar las notas.",
    en: "Two minutes left to finish the notes.",
    pt: "Restam dois minutos para concluir as notas.",
  },
  {
    es: "Pasen a la siguiente mesa.",
    en: "Please move to the next table.",
    pt: "Passem à próxima mesa.",
  },
];

export function Messages() {
  const meeting = key("meeting");
  const [typed, setTyped] = useState("");
  const off = locked.value;
  const send = async (text: Text) => {
    if (await act("send_message", { text })) setTyped("");
  };
  return (
    <>
      {meeting?.message && (
        <div class="banner calm">
          <p dir="auto">{pick(meeting.message)}</p>
          <p class="small muted">
            {meeting.message_at !== null &&
              t("control.message.since", { time: clockTime(meeting.message_at) })}
          </p>
          <button
            type="button"
            class="button"
            disabled={off}
            onClick={() => void act("clear_message")}
          >
            {t("control.message.clear")}
          </button>
        </div>
      )}
      <label class="form-field">
        <span class="form-label">{t("control.message.write")}</span>
        <textarea
          class="field"
          rows={3}
          maxLength={MOST}
          dir="auto"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      {typed.length >= 100 && (
        <p class="small muted">{t("control.message.count", { count: typed.length, of: MOST })}</p>
      )}
      <button
        type="button"
        class="button"
        disabled={off || !typed.trim()}
        onClick={() => void send({ [writingLang()]: typed.trim() })}
      >
        {t("control.message.send")}
      </button>
      <h3>{t("control.message.ready")}</h3>
      <ul class="ready-messages">
        {READY.map((text) => (
          <li key={text.es}>
            <button type="button" class="button" disabled={off} onClick={() => void send(text)}>
              {pick(text)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
