import { pick, register, t } from "../../i18n";
import { Bars } from "../../parts/Bars";
import type { Text } from "../../wire";
import type { ResultProps } from "../kind";
import { Columns } from "./Columns";

register({
  "poll.median": { es: "Mediana: {value}", en: "Median: {value}", pt: "Mediana: {value}" },
  "poll.following": { es: "y {n} más", en: "and {n} more", pt: "e mais {n}" },
  "poll.none": { es: "Nadie respondió.", en: "Nobody answered.", pt: "Ninguém respondeu." },
});

const TEXTS_ON_SCREEN = 7;
const BARS_ON_SCREEN = 14; // in two columns of seven

interface PollOutcome {
  answer: string;
  bars?: { id: string; label: Text; count: number }[];
  texts?: { text: string; count: number }[];
  median?: string;
  low_label?: Text;
  high_label?: Text;
  of: number;
}

export function PollResult({ outcome, own, size }: ResultProps) {
  const result = outcome.result as unknown as PollOutcome;
  if (result.of === 0) return <p class="muted">{t("poll.none")}</p>;
  if (result.texts) {
    const shown = size === "screen" ? result.texts.slice(0, TEXTS_ON_SCREEN) : result.texts;
    return (
      <>
        <ul class="texts">
          {shown.map((entry) => (
            <li key={entry.text} dir="auto">
              {entry.text}
              {entry.count > 1 && <strong>&nbsp;·&nbsp;{entry.count}</strong>}
            </li>
          ))}
        </ul>
        <Following n={result.texts.length - shown.length} />
      </>
    );
  }
  const all = result.bars ?? [];
  if (size === "screen" && result.answer === "scale") {
    return (
      <>
        <Columns bars={all} low={result.low_label} high={result.high_label} />
        {result.median && <p>{t("poll.median", { value: result.median })}</p>}
      </>
    );
  }
  const bars = size === "screen" ? forTheRoom(all) : all;
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const mine =
    (own?.choices as string[] | undefined) ??
    (typeof own?.value === "number" ? [String(own.value)] : []);
  return (
    <>
      <Bars
        bars={bars.map((bar) => ({
          id: bar.id,
          label: endLabel(bar.id, pick(bar.label), bars, result),
          value: bar.count,
          share: bar.count / most,
          own: mine.includes(bar.id) ? t("result.own") : undefined,
        }))}
      />
      <Following n={all.length - bars.length} />
      {result.median && <p>{t("poll.median", { value: result.median })}</p>}
    </>
  );
}

/** All options where a room can read them, else those with most answers. */
export function forTheRoom<T extends { count: number }>(bars: T[]): T[] {
  if (bars.length <= BARS_ON_SCREEN) return bars;
  return [...bars].sort((a, b) => b.count - a.count).slice(0, BARS_ON_SCREEN);
}

function Following({ n }: { n: number }) {
  return n > 0 ? <p class="muted">{t("poll.following", { n })}</p> : null;
}

/** The ends of a scale carry their words. */
function endLabel(id: string, label: string, bars: { id: string }[], result: PollOutcome): string {
  if (result.answer !== "scale") return label;
  if (id === bars[0]?.id && result.low_label) return `${label} · ${pick(result.low_label)}`;
  if (id === bars.at(-1)?.id && result.high_label) return `${label} · ${pick(result.high_label)}`;
  return label;
}
