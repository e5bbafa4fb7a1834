import { second } from "../../clock";
import { otherLang, pick, t } from "../../i18n";
import { clockTime, dayName } from "../../parts/time";
import { key } from "../../state";
import type { SessionLine } from "../../wire";

/** Nothing to answer now: what is going on, what comes next and when. */
export function Between() {
  const now = key("now");
  const sessions = key("programme")?.sessions ?? [];
  const current = sessions.find((line) => line.id === now?.session);
  const next = sessions.find((line) => line.id === now?.next);
  const begun = sessions.filter((line) => line.started_at !== null).at(-1);
  const empty = !begun ? "phone.waiting" : next ? "phone.gap" : "phone.over";
  return (
    <main class="activity between">
      {current ? <Running session={current} /> : <Heading text={t(empty)} />}
      {next && <Next session={next} after={current ?? begun} />}
      <p class="small muted">{t("phone.here")}</p>
    </main>
  );
}

function Heading({ text }: { text: string }) {
  return (
    <h2 tabIndex={-1} data-heading>
      {text}
    </h2>
  );
}

function Running({ session }: { session: SessionLine }) {
  if (session.format === "pause" && session.started_at !== null) {
    const returns = session.started_at + session.minutes * 60_000;
    return (
      <>
        <p class="muted">{t("session.pause")}</p>
        <p class="return">{t("session.back", { time: clockTime(returns) })}</p>
      </>
    );
  }
  return (
    <>
      <Heading text={t("phone.listening")} />
      {session.about && (
        <p lang={otherLang(session.about)} dir="auto">
          {pick(session.about)}
        </p>
      )}
      {session.questions.length > 0 && (
        <section>
          <h3>{t("phone.questions")}</h3>
          <ol class="questions">
            {session.questions.map((question) => (
              <li key={pick(question)} lang={otherLang(question)} dir="auto">
                {pick(question)}
              </li>
            ))}
          </ol>
        </section>
      )}
      <p class="small muted">{t(`regime.${session.regime}`)}</p>
    </>
  );
}

/** The day is named where it is another one: than that of the session before, or than today. Planned days are compared
 * with planned ones, as a meeting may be held on other dates than planned. */
function Next({ session, after }: { session: SessionLine; after: SessionLine | undefined }) {
  const told = { title: pick(session.title), time: clockTime(session.starts_at) };
  const day = dayName(session.starts_at);
  const sameDay = day === dayName(after?.starts_at ?? second.value);
  return (
    <p class="next">
      {sameDay ? t("session.next", told) : t("session.next_day", { ...told, day })}
    </p>
  );
}
