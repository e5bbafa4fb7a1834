/* How far the order can be trusted, for somebody who has never heard of a counting rule. */
import { pick, register, t } from "../../i18n";
import type { Text } from "../../wire";
import { placeText } from "./place";

register({
  "panel.title": {
    es: "Cómo se contó y qué tan firme es",
    en: "How it was counted and how firm it is",
    pt: "Como se contou e quão firme é",
  },
  "panel.shared": {
    es: "La posición {place} es compartida: {count} opciones obtuvieron lo mismo y nadie las desempata.",
    en: "Place {place} is shared: {count} options got the same, and nobody breaks the tie.",
    pt: "A posição {place} é compartilhada: {count} opções obtiveram o mesmo e ninguém as desempata.",
  },
  "panel.list": {
    es: "Se pedían {asked}; la lista tiene {shown}, porque hay un empate en el corte.",
    en: "{asked} were asked for; the list has {shown}, because there is a tie at the cut.",
    pt: "Pediam-se {asked}; a lista tem {shown}, porque há empate no corte.",
  },
  "panel.removals.one": {
    es: "Se volvió a contar {cases} veces, cada vez sin una delegación: en {changed} cambia la primera.",
    en: "It was counted again {cases} times, each time without one delegation: in {changed} the first one changes.",
    pt: "Contou-se de novo {cases} vezes, cada vez sem uma delegação: em {changed} muda a primeira.",
  },
  "panel.removals.other": {
    es: "Se volvió a contar {cases} veces, cada vez sin una delegación: en {changed} cambia alguna de las {n} primeras.",
    en: "It was counted again {cases} times, each time without one delegation: in {changed} one of the first {n} changes.",
    pt: "Contou-se de novo {cases} vezes, cada vez sem uma delegação: em {changed} muda alguma das {n} primeiras.",
  },
  "panel.removals.none.one": {
    es: "Se volvió a contar {cases} veces, cada vez sin una delegación: siempre sale la misma primera.",
    en: "It was counted again {cases} times, each time without one delegation: the first one is always the same.",
    pt: "Contou-se de novo {cases} vezes, cada vez sem uma delegação: sai sempre a mesma primeira.",
  },
  "panel.removals.none.other": {
    es: "Se volvió a contar {cases} veces, cada vez sin una delegación: siempre salen las mismas {n} primeras.",
    en: "It was counted again {cases} times, each time without one delegation: the first {n} are always the same.",
    pt: "Contou-se de novo {cases} vezes, cada vez sem uma delegação: saem sempre as mesmas {n} primeiras.",
  },
  "panel.moved": {
    es: "Si los mismos votos se cuentan de otra manera, cambia de posición: {list}.",
    en: "If the same votes are counted in another way, this changes place: {list}.",
    pt: "Se os mesmos votos são contados de outra maneira, muda de posição: {list}.",
  },
  "panel.unmoved": {
    es: "Si los mismos votos se cuentan de otras maneras, ninguna opción se mueve dos posiciones o más.",
    en: "If the same votes are counted in other ways, no option moves by two places or more.",
    pt: "Se os mesmos votos são contados de outras maneiras, nenhuma opção se move duas posições ou mais.",
  },
  "panel.by.borda": { es: "por orden", en: "by order", pt: "por ordem" },
  "panel.by.dots": { es: "por puntos", en: "by dots", pt: "por pontos" },
  "panel.by.points": { es: "por puntos", en: "by points", pt: "por pontos" },
  "panel.by.schulze": {
    es: "comparando de dos en dos",
    en: "comparing two by two",
    pt: "comparando de duas em duas",
  },
  "panel.by.first_places": {
    es: "contando solo los primeros lugares",
    en: "counting first places only",
    pt: "contando só os primeiros lugares",
  },
  "panel.bands": {
    es: "Entre prioridad alta, media y menor se corta solo donde el orden es firme; por eso puede faltar alguna.",
    en: "High, medium and lower priority are parted only where the order is firm; so one of them may be missing.",
    pt: "Entre prioridade alta, média e menor corta-se só onde a ordem é firme; por isso pode faltar alguma.",
  },
  "panel.unbanded": {
    es: "El orden no es bastante firme en ningún punto para separar prioridades altas y menores.",
    en: "Nowhere is the order firm enough to part high from lower priorities.",
    pt: "A ordem não é bastante firme em nenhum ponto para separar prioridades altas e menores.",
  },
  "panel.agreement.low": {
    es: "El acuerdo es bajo: las respuestas son muy distintas entre sí.",
    en: "Agreement is low: the answers differ a great deal.",
    pt: "O acordo é baixo: as respostas são muito diferentes entre si.",
  },
  "panel.agreement.medium": {
    es: "El acuerdo es medio: las respuestas se parecen solo en parte.",
    en: "Agreement is medium: the answers are alike only in part.",
    pt: "O acordo é médio: as respostas se parecem só em parte.",
  },
  "panel.agreement.high": {
    es: "El acuerdo es alto: las respuestas se parecen mucho.",
    en: "Agreement is high: the answers are much alike.",
    pt: "O acordo é alto: as respostas se parecem muito.",
  },
  "panel.ranges": {
    es: "Estabilidad: si unas delegaciones faltaran y otras contaran más de una vez, cada opción quedaría casi siempre entre estas posiciones.",
    en: "Stability: if some delegations were absent and others counted more than once, each option would nearly always be within these places.",
    pt: "Estabilidade: se algumas delegações faltassem e outras contassem mais de uma vez, cada opção ficaria quase sempre entre estas posições.",
  },
  "band.high": { es: "prioridad alta", en: "high priority", pt: "prioridade alta" },
  "band.medium": { es: "prioridad media", en: "medium priority", pt: "prioridade média" },
  "band.lower": { es: "prioridad menor", en: "lower priority", pt: "prioridade menor" },
});

/** So many are named; the tables of the report have them all. */
const NAMED = 6;

type Place = [number, number];
export type BandName = "high" | "medium" | "lower";

export interface PanelShape {
  counts: { name: string; places: Record<string, Place> }[];
  moved: string[];
  /** Missing where too few delegations voted. */
  removals?: { changed: number; cases: number };
  ranges: Record<string, Place>;
  bands: { name: BandName; options: string[] }[];
  agreement: "low" | "medium" | "high" | null;
  cut: number;
  list: { asked: number; shown: number; why: "tie" | null };
}

export interface Placed {
  id: string;
  label: Text;
  place: Place;
}

export function bandOf(panel: PanelShape | undefined, id: string): BandName | undefined {
  return panel?.bands.find((band) => band.options.includes(id))?.name;
}

/** What can be said of the order, a sentence each. */
export function sentences(panel: PanelShape, rows: Placed[]): string[] {
  const { list } = panel;
  const ranged = Object.keys(panel.ranges).length > 0;
  const said = [
    ...sharedPlaces(rows),
    list.why === "tie" && t("panel.list", { asked: list.asked, shown: list.shown }),
    removalsWords(panel),
    panel.counts.length > 1 && movedWords(panel, rows),
    ranged && t(panel.bands.length ? "panel.bands" : "panel.unbanded"),
    agreementWords(panel),
  ];
  return said.filter((sentence) => typeof sentence === "string");
}

/** Missing where too few delegations voted. */
export function removalsWords({ removals, cut }: PanelShape): string | undefined {
  return (
    removals &&
    t(removals.changed ? "panel.removals" : "panel.removals.none", { n: cut, ...removals })
  );
}

export function agreementWords({ agreement }: PanelShape): string | undefined {
  return agreement ? t(`panel.agreement.${agreement}`) : undefined;
}

function sharedPlaces(rows: Placed[]): string[] {
  const shared = new Set(
    rows
      .map(({ place }) => place)
      .filter(([low, high]) => low < high)
      .map(placeText),
  );
  return [...shared].slice(0, NAMED).map((place) =>
    t("panel.shared", {
      place,
      count: rows.filter((row) => placeText(row.place) === place).length,
    }),
  );
}

function movedWords({ counts, moved }: PanelShape, rows: Placed[]): string {
  const far = rows.filter((row) => moved.includes(row.id));
  if (far.length === 0) return t("panel.unmoved");
  const words = far.slice(0, NAMED).map((row) => {
    const places = counts.map(
      ({ name, places }) => `${t(`panel.by.${name}`)} ${placeText(places[row.id] ?? row.place)}`,
    );
    return `${pick(row.label)} (${places.join(", ")})`;
  });
  if (far.length > NAMED) words.push(t("rank.following", { n: far.length - NAMED }));
  return t("panel.moved", { list: words.join("; ") });
}

export function Panel({ panel, rows }: { panel: PanelShape; rows: Placed[] }) {
  return (
    <details class="firmness">
      <summary>{t("panel.title")}</summary>
      <ul class="small">
        {sentences(panel, rows).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {Object.keys(panel.ranges).length > 0 && (
          <li>
            {t("panel.ranges")}
            <ul>
              {rows.map(({ id, label, place }) => (
                <li key={id}>
                  <strong>{placeText(panel.ranges[id] ?? place)}</strong>{" "}
                  <span dir="auto">{pick(label)}</span>
                </li>
              ))}
            </ul>
          </li>
        )}
      </ul>
    </details>
  );
}
