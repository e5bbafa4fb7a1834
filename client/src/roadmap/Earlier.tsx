import { t } from "../i18n";
import { key } from "../state";
import { birth } from "./born";
import { give } from "./save";

const PROGRESS = ["not_reported", "not_begun", "under_way", "done", "dropped"] as const;

/** The roadmap that this meeting took up: what became of each line, and lines that go on. */
export function Earlier() {
  const earlier = key("roadmap")?.earlier ?? [];
  if (earlier.length === 0) return null;
  return (
    <section class="earlier">
      <h2>{t("roadmap.earlier")}</h2>
      <ul class="rows">
        {earlier.map((line) => (
          <li key={line.id} class="card">
            <p>
              <span class="object-code">{line.code}</span> <span dir="auto">{line.activity}</span>
            </p>
            <label class="report-filter">
              <span class="small muted">{t("roadmap.earlier.progress")}</span>
              <select
                class="field"
                value={line.progress}
                onChange={(event) =>
                  void give("follow_earlier", {
                    line: line.id,
                    progress: event.currentTarget.value,
                    note: line.note,
                  })
                }
              >
                {PROGRESS.map((id) => (
                  <option key={id} value={id}>
                    {t(`roadmap.progress.${id}`)}
                  </option>
                ))}
              </select>
            </label>
            <button
              type="button"
              class="button small"
              onClick={() => {
                birth.value = {
                  sources: [{ sort: "earlier", id: line.id, why: "reword" }],
                  fields: { activity: line.activity },
                };
              }}
            >
              {t("roadmap.earlier.go_on")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
