import "./reading.css";
import "./words";
import { pick, t } from "../i18n";
import { act, locked } from "../pages/control/act";
import { key } from "../state";
import type { LineValue, ReadingValue } from "../wire";
import { ANSWERS } from "./fields";

/** The desk reads the roadmap: line by line, with what the delegations answer; the chair's word is a button here. */
export function ReadingControls() {
  const reading = key("reading");
  const lines = (key("roadmap")?.lines ?? [])
    .flatMap((id) => key(`line/${id}`) ?? [])
    .filter((line) => line.status !== "withdrawn" && line.fields);
  if (lines.length === 0 && !reading) return null;
  return (
    <section class="reading-controls" aria-label={t("reading.title")}>
      <h2>{t("reading.title")}</h2>
      {reading ? (
        <Reading reading={reading} lines={lines} />
      ) : (
        <button
          type="button"
          class="button"
          disabled={locked.value || !key("now")?.session}
          onClick={() => void act("start_reading")}
        >
          {t("reading.start")}
        </button>
      )}
    </section>
  );
}

function Reading({ reading, lines }: { reading: ReadingValue; lines: LineValue[] }) {
  const at = lines.findIndex(({ id }) => id === reading.line?.id);
  const here = lines[at];
  const next = lines[at + 1];
  const before = at > 0 ? lines[at - 1] : undefined;
  const read = (line: string) => void act("read_line", { line });
  const names = key("programme")?.delegations;
  const agreeable = here && (here.status === "reviewed" || here.status === "proposed");
  const agree = async (line: LineValue) => {
    if (line.status === "proposed")
      await act("set_line_status", { line: line.id, status: "reviewed" });
    await act("set_line_status", { line: line.id, status: "agreed_ad_referendum" });
  };
  return (
    <>
      {here && (
        <p dir="auto">
          <strong>{here.code}</strong> {here.fields?.activity}{" "}
          <span class="muted small">{t(`roadmap.status.${here.status}`)}</span>
        </p>
      )}
      {here && (
        <dl class="reading-counts small">
          {ANSWERS.map((answer) => (
            <div key={answer}>
              <dt>{t(`reading.${answer}`)}</dt>
              <dd>{reading.counts[answer] ?? 0}</dd>
            </div>
          ))}
        </dl>
      )}
      {reading.who && reading.who.length > 0 && (
        <details>
          <summary>{t("reading.who")}</summary>
          <ul>
            {reading.who.map(({ delegation, answer }) => (
              <li key={delegation}>
                {pick(names?.[delegation])}: {t(`reading.${answer}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div class="actions">
        {next && (
          <button
            type="button"
            class="button main"
            disabled={locked.value}
            onClick={() => read(next.id)}
          >
            {t("reading.next", { code: next.code })}
          </button>
        )}
        {before && (
          <button
            type="button"
            class="button"
            disabled={locked.value}
            onClick={() => read(before.id)}
          >
            {t("reading.previous", { code: before.code })}
          </button>
        )}
        {agreeable && (
          <button
            type="button"
            class="button"
            disabled={locked.value}
            onClick={() => void agree(here)}
          >
            {t("reading.agree")}
          </button>
        )}
        <label class="small">
          {t("reading.choose")}
          <select class="field" value="" onChange={(event) => read(event.currentTarget.value)}>
            <option value="">—</option>
            {lines.map((line) => (
              <option key={line.id} value={line.id}>
                {line.code} · {line.fields?.activity}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="button"
          disabled={locked.value}
          onClick={() => void act("end_reading")}
        >
          {t("reading.end")}
        </button>
      </div>
    </>
  );
}
