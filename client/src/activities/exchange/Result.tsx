/* Which offers and needs met: whole on a phone, in pages on the room's screen. */
import "./exchange.css";
import "./words";
import { pick, t } from "../../i18n";
import { usePage } from "../../parts/pages";
import type { Finding } from "../../wire";
import type { ResultProps } from "../kind";

const LINES = 4;

export function ExchangeResult({ outcome, size }: ResultProps) {
  const findings = (outcome.findings as Finding[] | undefined) ?? [];
  const { pairs } = outcome.result as { pairs: string[][] };
  const paired = new Set(pairs.map((codes) => codes.join("-")));
  const pages = size === "screen" ? Math.max(1, Math.ceil(findings.length / LINES)) : 1;
  const page = usePage(pages);
  if (findings.length === 0) return <p class="muted">{t("exchange.nothing")}</p>;
  const shown = pages > 1 ? findings.slice(page * LINES, (page + 1) * LINES) : findings;
  const met = shown.filter(({ id }) => paired.has(id));
  const unmet = shown.filter(({ id }) => !paired.has(id));
  return (
    <div class={`exchanged on-${size}`}>
      <Lines title={t("exchange.pairs")} findings={met} size={size} />
      <Lines title={t("exchange.unmet")} findings={unmet} size={size} />
      {pages > 1 && <p class="muted">{t("exchange.page", { n: page + 1, of: pages })}</p>}
    </div>
  );
}

interface LinesProps {
  title: string;
  findings: Finding[];
  size: ResultProps["size"];
}

function Lines({ title, findings, size }: LinesProps) {
  if (findings.length === 0) return null;
  const Title = size === "screen" ? "h2" : "h3"; // the question above it is the first heading there
  return (
    <section aria-label={title}>
      <Title>{title}</Title>
      <ul class="fair-points">
        {findings.map(({ id, label, text }) => (
          <li key={id} class="fair-point">
            <p>
              <span class="code">{id}</span> <strong>{pick(label)}</strong>
            </p>
            <p dir="auto">{pick(text)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
