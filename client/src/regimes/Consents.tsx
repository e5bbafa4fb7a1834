import "./consents.css";
import "./consentWords";
import { useSignal } from "@preact/signals";
import { command } from "../connection";
import { has, pick, t } from "../i18n";
import { useAnnounced } from "../parts/Live";
import { key } from "../state";
import type { OwnNoteValue } from "../wire";

/** On a delegate's phone: notes of the own table that somebody asks to quote, and what the delegation answered. */
export function Consents() {
  const notes = key("own/consents")?.notes ?? [];
  const waiting = notes.filter((note) => needsAnswer(note)).length;
  const title = waiting > 0 ? t("consent.asked", { n: waiting }) : t("consent.answered");
  useAnnounced(waiting > 0 ? title : undefined);
  return (
    <details class={waiting > 0 ? "consents waiting" : "consents"}>
      <summary>{title}</summary>
      <p class="small muted">{t("consent.means")}</p>
      <ul>
        {notes.map((note) => (
          <Note key={note.entry} note={note} />
        ))}
      </ul>
    </details>
  );
}

function needsAnswer({ asked, agreed, declined }: OwnNoteValue): boolean {
  return asked !== null && agreed !== asked && !declined;
}

function Note({ note }: { note: OwnNoteValue }) {
  const refused = useSignal("");
  const busy = useSignal(false);
  const answer = async (regime: string | null) => {
    busy.value = true;
    const reply = await command("consent_entry", { entry: note.entry, regime });
    busy.value = false;
    const code = `code.${reply.code}`;
    refused.value = reply.verdict === "refused" ? t(has(code) ? code : "code.unknown") : "";
  };
  const { asked, agreed, declined } = note;
  const word = `consent.ask.${asked ?? agreed}`;
  const given = agreed !== null && (asked === null || agreed === asked);
  return (
    <li>
      <p dir="auto">
        <span class="small muted">{note.code}</span> {note.text}
      </p>
      <p>
        <strong>{has(word) && t(word, { name: pick(key("seat")?.name) })}</strong>
      </p>
      {given && <p class="small consented">{t("consent.agreed")}</p>}
      {declined && <p class="small muted">{t("consent.declined")}</p>}
      <div class="consent-answers">
        {asked !== null && !given && (
          <button
            type="button"
            class="button"
            aria-label={`${t("consent.agree")}: ${note.code}`}
            disabled={busy.value}
            onClick={() => void answer(asked)}
          >
            {t("consent.agree")}
          </button>
        )}
        {asked !== null && !given && !declined && (
          <button
            type="button"
            class="button"
            aria-label={`${t("consent.decline")}: ${note.code}`}
            disabled={busy.value}
            onClick={() => void answer(null)}
          >
            {t("consent.decline")}
          </button>
        )}
        {given && (
          <button
            type="button"
            class="button"
            aria-label={`${t("consent.take_back")}: ${note.code}`}
            disabled={busy.value}
            onClick={() => void answer(null)}
          >
            {t("consent.take_back")}
          </button>
        )}
      </div>
      {refused.value && (
        <p class="banner danger" role="alert">
          {refused.value}
        </p>
      )}
    </li>
  );
}
