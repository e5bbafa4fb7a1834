import { type Signal, signal } from "@preact/signals";
import { pick, t } from "../../i18n";
import { key } from "../../state";
import type { SessionLine } from "../../wire";

/** The session looked at, empty for all; shared by the tabs. */
export const filtered: Signal<string> = signal("");

/** The sessions that have something, as far as the filter lets them through. */
export function sessionsShown(has: (session: SessionLine) => boolean): SessionLine[] {
  const all = (key("programme")?.sessions ?? []).filter(has);
  const chosen = all.filter(({ id }) => id === filtered.value);
  return chosen.length > 0 ? chosen : all;
}

export function SessionFilter({ has }: { has: (session: SessionLine) => boolean }) {
  const sessions = (key("programme")?.sessions ?? []).filter(has);
  if (sessions.length < 2) return null;
  return (
    <label class="report-filter">
      <span class="small muted">{t("report.filter")}</span>
      <select
        class="field"
        value={sessions.some(({ id }) => id === filtered.value) ? filtered.value : ""}
        onChange={(event) => {
          filtered.value = event.currentTarget.value;
        }}
      >
        <option value="">{t("report.filter.all")}</option>
        {sessions.map((session) => (
          <option key={session.id} value={session.id}>
            {session.code} · {pick(session.title)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A session's name over what came of it, with the rule that holds for it. */
export function SessionHead({ session }: { session: SessionLine }) {
  return (
    <header class="session-head">
      <h2>
        <span class="object-code">{session.code}</span> {pick(session.title)}
      </h2>
      <p class="small muted">{t(`regime.${session.regime}`)}</p>
    </header>
  );
}
