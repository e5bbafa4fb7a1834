import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { serverNow } from "../../clock";
import { has, LANG_NAMES, LANGS, type Lang, lang, t } from "../../i18n";
import { key } from "../../state";
import {
  download,
  FORMATS,
  type Format,
  failed,
  isHeld,
  listFiles,
  preparing,
  saveAgain,
  saved,
  size,
} from "./files";
import { when } from "./when";

const MAY = new Set(["rapporteur", "moderator", "secretariat"]);
const SHOWN_FROM_MS = 1000;

/** The files of the report: what each is for, in which language, how far it is. */
export function ExportsPanel() {
  const meeting = key("meeting");
  const language = useSignal<Lang>(lang.value);
  useEffect(() => {
    if (meeting) listFiles(meeting.id);
  }, [meeting?.id]);
  if (!meeting) return null;
  if (!MAY.has(document.body.dataset.role ?? "")) {
    return <p class="muted report-empty">{t("report.export.not_allowed")}</p>;
  }
  const draft = meeting.closed_at === null;
  const regimes = [...new Set((key("programme")?.sessions ?? []).map(({ regime }) => regime))];
  return (
    <div class="exports">
      <p>
        <strong>{t(draft ? "report.draft" : "report.final")}.</strong> {t("report.export.what")}
      </p>
      <p class="small muted">
        {t("report.export.regimes", {
          regimes: regimes.map((regime) => t(`regime.${regime}`)).join("; "),
        })}
      </p>
      <label class="report-filter">
        <span class="small muted">{t("report.export.language")}</span>
        <select
          class="field"
          value={language.value}
          onChange={(event) => {
            language.value = event.currentTarget.value as Lang;
          }}
        >
          {LANGS.map((code) => (
            <option key={code} value={code} lang={code}>
              {LANG_NAMES[code]}
            </option>
          ))}
        </select>
      </label>
      <ul class="export-list">
        {FORMATS.map((format) => (
          <li key={format} class="card">
            <h2>{t(`report.export.${format}`)}</h2>
            <p class="small">{t(`report.export.${format}.for`)}</p>
            <Download
              format={format}
              start={() => void download(meeting.id, format, language.value, draft, serverNow)}
            />
          </li>
        ))}
      </ul>
      <LastFiles />
    </div>
  );
}

function Download({ format, start }: { format: Format; start: () => void }) {
  const ms = preparing.value[format];
  const code = failed.value[format];
  return (
    <>
      <button
        type="button"
        class="button"
        aria-label={`${t("report.export.download")} .${format}: ${t(`report.export.${format}`)}`}
        disabled={ms !== undefined}
        onClick={start}
      >
        {t("report.export.download")} .{format}
      </button>
      <p class="small" role="status">
        {ms !== undefined &&
          ms >= SHOWN_FROM_MS &&
          t("report.export.preparing", { seconds: Math.round(ms / 1000) })}
        {code !== undefined && (
          <span class="banner danger">
            {t(has(`code.${code}`) ? `code.${code}` : "report.export.failed")}
          </span>
        )}
      </p>
    </>
  );
}

function LastFiles() {
  return (
    <section>
      <h2>{t("report.export.last")}</h2>
      {saved.value.length === 0 ? (
        <p class="small muted">{t("report.export.none_yet")}</p>
      ) : (
        <ul class="last-files">
          {saved.value.map((file) => (
            <li key={`${file.name}.${file.at}`}>
              <span class="grow">{file.name}</span>
              <span class="small muted">
                {when(file.at)} · {size(file.bytes)}
              </span>
              {isHeld(file) && (
                <button type="button" class="button small" onClick={() => saveAgain(file)}>
                  {t("report.export.again")}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
