import { pick, t } from "../../i18n";
import { clockTime } from "../../parts/time";
import { key } from "../../state";

/** Nothing to answer now: what is going on, what comes next and when. */
export function Between() {
  const now = key("now");
  const sessions = key("programme")?.sessions ?? [];
  const current = sessions.find((line) => line.id === now?.session);
  const next = sessions.find((line) => line.id === now?.next);
  const returns = current?.format === "pause" && current.started_at !== null;
  return (
    <main class="activity between">
      {current ? (
        <>
          {returns ? (
            <p class="return">
              {t("session.back", {
                time: clockTime((current.started_at ?? 0) + current.minutes * 60_000),
              })}
            </p>
          ) : (
            <h2 tabIndex={-1} data-heading>
              {t("phone.listening")}
            </h2>
          )}
          {current.about && <p dir="auto">{pick(current.about)}</p>}
          {current.questions.length > 0 && (
            <ol class="questions">
              {current.questions.map((question) => (
                <li key={pick(question)} dir="auto">
                  {pick(question)}
                </li>
              ))}
            </ol>
          )}
          {!returns && <p class="small muted">{t(`regime.${current.regime}`)}</p>}
        </>
      ) : (
        <h2 tabIndex={-1} data-heading>
          {t("phone.waiting")}
        </h2>
      )}
      {next && (
        <p class="muted">
          {t("session.next", { title: pick(next.title), time: clockTime(next.starts_at) })}
        </p>
      )}
    </main>
  );
}
