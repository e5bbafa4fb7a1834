import { lang, pick, register, t } from "../../i18n";
import { Bars } from "../../parts/Bars";
import { Tie } from "../../parts/Tie";
import type { Text } from "../../wire";
import type { ResultProps } from "../kind";
import { Firmness } from "./Firmness";
import { type BandName, bandOf, Panel, type PanelShape } from "./Panel";
import { placeText } from "./place";
import { points } from "./readiness";

register({
  "rank.headline.delegation": {
    es: "Una delegación, un voto: todas las delegaciones pesan lo mismo",
    en: "One delegation, one vote: all delegations weigh the same",
    pt: "Uma delegação, um voto: todas as delegações pesam o mesmo",
  },
  "rank.headline.person": {
    es: "Una persona, un voto: cada persona pesa lo mismo",
    en: "One person, one vote: each person weighs the same",
    pt: "Uma pessoa, um voto: cada pessoa pesa o mesmo",
  },
  "rank.other.person": {
    es: "por persona: {place}",
    en: "by person: {place}",
    pt: "por pessoa: {place}",
  },
  "rank.other.delegation": {
    es: "por delegación: {place}",
    en: "by delegation: {place}",
    pt: "por delegação: {place}",
  },
  "rank.other.same.person": {
    es: "Por persona sale lo mismo.",
    en: "By person it comes out the same.",
    pt: "Por pessoa dá o mesmo.",
  },
  "rank.other.same.delegation": {
    es: "Por delegación sale lo mismo.",
    en: "By delegation it comes out the same.",
    pt: "Por delegação dá o mesmo.",
  },
  "rank.own": {
    es: "su voto: {place}.ª prioridad",
    en: "your vote: priority {place}",
    pt: "seu voto: {place}.ª prioridade",
  },
  "dots.own.one": { es: "su voto: {n} punto", en: "your vote: {n} dot", pt: "seu voto: {n} ponto" },
  "dots.own.other": {
    es: "su voto: {n} puntos",
    en: "your vote: {n} dots",
    pt: "seu voto: {n} pontos",
  },
  "rank.tie_at_cut": {
    es: "Hay empate en el corte: las posiciones compartidas se muestran como tales.",
    en: "There is a tie at the cut: shared places are shown as such.",
    pt: "Há empate no corte: as posições compartilhadas são mostradas como tais.",
  },
  "rank.score.one": { es: "{score} punto", en: "{score} point", pt: "{score} ponto" },
  "rank.score.other": { es: "{score} puntos", en: "{score} points", pt: "{score} pontos" },
  "approval.own": { es: "su voto", en: "your vote", pt: "seu voto" },
  "rank.following": { es: "y {n} más", en: "and {n} more", pt: "e mais {n}" },
});

interface Row {
  id: string;
  label: Text;
  text: Text;
  place: [number, number];
  score: string;
  share: number;
  /** Missing where each delegation had one ballot: there is no count by person. */
  other_place?: [number, number];
}

interface PrioritiseOutcome {
  headline: "delegation" | "person";
  rows: Row[];
  of: number;
  ties_at_cut: boolean;
  method: string;
  /** Missing in outcomes of earlier versions, and where nobody answered. */
  panel?: PanelShape;
}

/** A number such as "45/2" as people read it: without decimals, which nobody needs beside the places. */
export function scoreText(exact: string): string {
  const [above = "0", below = "1"] = exact.split("/");
  return new Intl.NumberFormat(lang.value, { maximumFractionDigits: 0 }).format(
    Number(above) / Number(below),
  );
}

function scoreWords(exact: string): string {
  const score = scoreText(exact);
  return t("rank.score", { n: score === "1" ? 1 : 2, score });
}

const ON_SCREEN = 7;
const AT_LEAST = 3;

/** The first seven; fewer where the seventh shares its place with what follows, for a tie is shown whole or not at all. */
export function forTheRoom<T extends { place: [number, number] }>(rows: T[]): T[] {
  const last = rows[ON_SCREEN - 1];
  if (rows.length <= ON_SCREEN || !last || last.place[1] <= ON_SCREEN)
    return rows.slice(0, ON_SCREEN);
  const before = last.place[0] - 1;
  return rows.slice(0, before >= AT_LEAST ? before : ON_SCREEN);
}

export function PrioritiseResult({ outcome, own, size }: ResultProps) {
  const result = outcome.result as unknown as PrioritiseOutcome;
  const rows = size === "screen" ? forTheRoom(result.rows) : result.rows;
  const { panel } = result;
  const other = result.headline === "delegation" ? "person" : "delegation";
  const otherPlace = ({ place, other_place: there }: Row) =>
    there && placeText(place) !== placeText(there) ? placeText(there) : undefined;
  const ownWords = (id: string): string | undefined => {
    const place = ((own?.ranking as string[] | undefined) ?? []).indexOf(id);
    const dots = points(own)[id];
    if (place >= 0) return t("rank.own", { place: place + 1 });
    if ((own?.approved as string[] | undefined)?.includes(id)) return t("approval.own");
    return dots ? t("dots.own", { n: dots }) : undefined;
  };
  return (
    <>
      <p class="muted">
        {t(`rank.headline.${result.headline}`)}
        {sameOrder(result.rows) && <>. {t(`rank.other.same.${other}`)}</>}
      </p>
      <Bars
        bars={rows.map((row, index) => ({
          id: row.id,
          place: placeText(row.place),
          label: (
            <>
              <span dir="auto">{pick(row.label)}</span>
              <Tie place={row.place} before={rows[index - 1]?.place} size={size} />
              <Band name={bandOf(panel, row.id)} size={size} />
              {size === "phone" && otherPlace(row) && (
                <span class="small muted">
                  {" "}
                  · {t(`rank.other.${other}`, { place: otherPlace(row) ?? "" })}
                </span>
              )}
            </>
          ),
          tint: bandOf(panel, row.id),
          value: (
            <>
              {scoreWords(row.score)}
              {/* Here no long label can push it out of the picture. */}
              {size === "screen" && otherPlace(row) && (
                <span class="muted stage-other">
                  {" "}
                  {t(`rank.other.${other}`, { place: otherPlace(row) ?? "" })}
                </span>
              )}
            </>
          ),
          share: row.share / 1000,
          own: ownWords(row.id),
        }))}
      />
      {result.rows.length > rows.length && (
        <p class="muted">{t("rank.following", { n: result.rows.length - rows.length })}</p>
      )}
      {result.ties_at_cut && (
        <p class="muted">
          {panel?.list.why === "tie"
            ? t("panel.list", { asked: panel.list.asked, shown: panel.list.shown })
            : t("rank.tie_at_cut")}
        </p>
      )}
      {panel &&
        (size === "phone" ? (
          <Panel panel={panel} rows={result.rows} />
        ) : (
          <Firmness panel={panel} of={result.rows.length} />
        ))}
    </>
  );
}

/** Whether both counts were taken and give every option the same place. */
function sameOrder(rows: Row[]): boolean {
  return (
    rows.length > 0 &&
    rows.every(
      ({ place, other_place }) => other_place && placeText(place) === placeText(other_place),
    )
  );
}

/** On a phone a line of its own, for there the label wraps. */
function Band({ name, size }: { name: BandName | undefined; size: ResultProps["size"] }) {
  if (!name) return null;
  const word = t(`band.${name}`);
  return size === "phone" ? (
    <span class="small band under"> {word}</span>
  ) : (
    <span class="small band"> · {word}</span>
  );
}
