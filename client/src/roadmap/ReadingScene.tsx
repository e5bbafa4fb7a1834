import "./reading.css";
import "./readingWords";
import { pick, t } from "../i18n";
import { questionScale, shorten } from "../pages/screen/fit";
import { key } from "../state";
import { ANSWERS } from "./fields";

/** On the wall: the line being read, and how many delegations answered what. Never more than that line. */
export function ReadingScene() {
  const reading = key("reading");
  const names = key("programme")?.delegations;
  const line = reading?.line;
  if (!reading) return null;
  if (!line) {
    return (
      <>
        <p class="stage-kicker">{t("reading.title")}</p>
        <p class="stage-waiting">{t("reading.waiting")}</p>
      </>
    );
  }
  const { activity, output, leads, quarter, year, milestone } = line.fields;
  const time = [quarter && `T${quarter}`, year, milestone].filter(Boolean).join(" ");
  const facts = [
    output,
    leads.map((id) => pick(names?.[id])).join(", "),
    time,
    line.sources.length > 0 && `${t("reading.sources")}: ${line.sources.slice(0, 6).join(", ")}`,
  ].filter(Boolean);
  const answered = Object.values(reading.counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <p class="stage-kicker">
        {t("reading.title")} · {t("reading.place", { n: reading.place, of: reading.of })}
      </p>
      <h1
        class="stage-question"
        style={{ "--scale": Math.min(0.9, questionScale(activity)) }}
        dir="auto"
      >
        <span class="reading-code">{line.code}</span> {activity}
      </h1>
      <ul class="reading-facts">
        {facts.map((fact) => (
          <li key={String(fact)} dir="auto">
            {shorten(String(fact), 120)}
          </li>
        ))}
      </ul>
      <dl class="reading-counts">
        {ANSWERS.map((answer) => (
          <div key={answer}>
            <dt>{t(`reading.${answer}`)}</dt>
            <dd>{reading.counts[answer] ?? 0}</dd>
          </div>
        ))}
      </dl>
      <p class="stage-how">
        {t("reading.answered", { n: answered, of: reading.delegations })}. {t("reading.not_vote")}
      </p>
    </>
  );
}
