import { lang, pick, register, t } from "../../i18n";
import { Bars } from "../../parts/Bars";
import type { Text } from "../../wire";
import type { ResultProps } from "../kind";

register({
  "rank.headline.delegation": {
    es: "Orden según una delegación, un voto",
    en: "Order by one delegation, one vote",
    pt: "Ordem segundo uma delegação, um voto",
  },
  "rank.headline.person": {
    es: "Orden según una persona, un voto",
    en: "Order by one person, one vote",
    pt: "Ordem segundo uma pessoa, um voto",
  },
  "rank.other.person": {
    es: "Una persona, un voto: {place}",
    en: "One person, one vote: {place}",
    pt: "Uma pessoa, um voto: {place}",
  },
  "rank.other.delegation": {
    es: "Una delegación, un voto: {place}",
    en: "One delegation, one vote: {place}",
    pt: "Uma delegação, um voto: {place}",
  },
  "rank.own": {
    es: "su {place}ª prioridad",
    en: "your priority {place}",
    pt: "sua {place}ª prioridade",
  },
  "rank.tie_at_cut": {
    es: "Hay empate en el corte: las posiciones compartidas se muestran como tales.",
    en: "There is a tie at the cut: shared places are shown as such.",
    pt: "Há empate no corte: as posições compartilhadas são mostradas como tais.",
  },
  "rank.score": { es: "{score} puntos", en: "{score} points", pt: "{score} pontos" },
  "rank.following": { es: "y {n} más", en: "and {n} more", pt: "e mais {n}" },
});

interface Row {
  id: string;
  label: Text;
  text: Text;
  place: [number, number];
  score: string;
  share: number;
  other_place: [number, number];
}

interface PrioritiseOutcome {
  headline: "delegation" | "person";
  rows: Row[];
  of: number;
  ties_at_cut: boolean;
}

/** 3, or 3–4 where a place is shared. */
export function placeText([low, high]: [number, number]): string {
  return low === high ? String(low) : `${low}–${high}`;
}

/** An exact number such as "45/2" as people read it: 22,5. */
export function scoreText(exact: string): string {
  const [above = "0", below = "1"] = exact.split("/");
  return new Intl.NumberFormat(lang.value, { maximumFractionDigits: 2 }).format(
    Number(above) / Number(below),
  );
}

const ON_SCREEN = 7;

export function PrioritiseResult({ outcome, own, size }: ResultProps) {
  const result = outcome.result as unknown as PrioritiseOutcome;
  const rows = size === "screen" ? result.rows.slice(0, ON_SCREEN) : result.rows;
  const other = result.headline === "delegation" ? "person" : "delegation";
  const mine = (own?.ranking as string[] | undefined) ?? [];
  return (
    <>
      <p class="muted">{t(`rank.headline.${result.headline}`)}</p>
      <Bars
        bars={rows.map((row) => ({
          id: row.id,
          place: placeText(row.place),
          label: (
            <>
              <span dir="auto">{pick(size === "screen" ? row.label : row.text)}</span>
              {size === "phone" && placeText(row.place) !== placeText(row.other_place) && (
                <span class="small muted">
                  {" "}
                  · {t(`rank.other.${other}`, { place: placeText(row.other_place) })}
                </span>
              )}
            </>
          ),
          value: t("rank.score", { score: scoreText(row.score) }),
          share: row.share / 1000,
          own: mine.includes(row.id)
            ? t("rank.own", { place: mine.indexOf(row.id) + 1 })
            : undefined,
        }))}
      />
      {result.rows.length > rows.length && (
        <p class="muted">{t("rank.following", { n: result.rows.length - rows.length })}</p>
      )}
      {result.ties_at_cut && <p class="muted">{t("rank.tie_at_cut")}</p>}
    </>
  );
}
