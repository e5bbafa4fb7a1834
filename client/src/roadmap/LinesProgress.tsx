import "./words";
import { t } from "../i18n";
import { openTab } from "../pages/report/tabs";
import { key } from "../state";
import type { LineValue } from "../wire";
import { STATUSES } from "./fields";
import { filter, NONE } from "./filter";
import { lacks, NEEDED } from "./lacks";

/** How many lines there are in each status, and what they still lack; each leads to those lines. */
export function LinesProgress() {
  const roadmap = key("roadmap");
  const lines = (roadmap?.lines ?? []).flatMap((id) => key(`line/${id}`) ?? []);
  if (!roadmap || lines.length === 0) return null;
  const standing = lines.filter(({ status }) => status !== "withdrawn");
  return (
    <section class="card">
      <h2>{t("roadmap.title", { year: roadmap.year })}</h2>
      <ul class="chips">
        {STATUSES.map((status) => (
          <Chip
            key={status}
            word={t(`roadmap.status.${status}`)}
            n={lines.filter((line) => line.status === status).length}
            by={{ status }}
          />
        ))}
      </ul>
      <p class="small muted">{t("roadmap.lacks")}</p>
      <ul class="chips">
        {NEEDED.map((name) => (
          <Chip
            key={name}
            word={t(`roadmap.field.${name}`)}
            n={lacking(standing, name)}
            by={{ lacks: name }}
          />
        ))}
      </ul>
    </section>
  );
}

function lacking(lines: readonly LineValue[], name: (typeof NEEDED)[number]): number {
  return lines.filter((line) => lacks(line).includes(name)).length;
}

function Chip({ word, n, by }: { word: string; n: number; by: object }) {
  if (n === 0) return null;
  return (
    <li>
      <button
        type="button"
        class="chip"
        onClick={() => {
          filter.value = { ...NONE, ...by };
          openTab("roadmap");
        }}
      >
        <strong>{word}</strong> <span>{n}</span>
      </button>
    </li>
  );
}
