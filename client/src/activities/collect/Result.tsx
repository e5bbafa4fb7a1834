/* The clean list: whole on a phone, in pages on the room's screen. */
import "./collect.css";
import { otherLang, pick, register, t } from "../../i18n";
import { usePage } from "../../parts/pages";
import type { Finding } from "../../wire";
import type { ResultProps } from "../kind";

register({
  "collect.none": {
    es: "No quedó ninguna idea en la lista.",
    en: "No idea is left on the list.",
    pt: "Não restou nenhuma ideia na lista.",
  },
  "collect.kept.one": {
    es: "{n} idea en la lista, de {written} escritas",
    en: "{n} idea on the list, of {written} written",
    pt: "{n} ideia na lista, de {written} escritas",
  },
  "collect.kept.other": {
    es: "{n} ideas en la lista, de {written} escritas",
    en: "{n} ideas on the list, of {written} written",
    pt: "{n} ideias na lista, de {written} escritas",
  },
  "collect.joined": {
    es: "reúne {n} aportes",
    en: "joins {n} contributions",
    pt: "reúne {n} contribuições",
  },
  "collect.page": { es: "Página {n} de {of}", en: "Page {n} of {of}", pt: "Página {n} de {of}" },
});

const LINES = 7;

export function CollectResult({ outcome, size }: ResultProps) {
  const findings = (outcome.findings as Finding[] | undefined) ?? [];
  const { written, kept } = outcome.result as { written: number; kept: number };
  const pages = size === "screen" ? Math.max(1, Math.ceil(findings.length / LINES)) : 1;
  const page = usePage(pages);
  if (!findings.length) return <p class="muted">{t("collect.none")}</p>;
  const shown = pages > 1 ? findings.slice(page * LINES, (page + 1) * LINES) : findings;
  return (
    <div class={`collected on-${size}`}>
      <ul class="collected-list">
        {shown.map(({ id, label, count }) => (
          <li key={id}>
            <span class="code">{id}</span>
            <span lang={otherLang(label)} dir="auto">
              {pick(label)}
              {(count ?? 1) > 1 && (
                <span class="joined"> · {t("collect.joined", { n: count ?? 1 })}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p class="muted collected-foot">
        {t("collect.kept", { n: kept, written })}
        {pages > 1 && ` · ${t("collect.page", { n: page + 1, of: pages })}`}
      </p>
    </div>
  );
}
