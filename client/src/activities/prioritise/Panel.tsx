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
  "panel.removals": {
    es: "Al retirar una delegación a la vez, el grupo de {cut} cambia en {changed} de {cases} casos.",
    en: "Removing one delegation at a time, the group of {cut} changes in {changed} of {cases} cases.",
    pt: "Ao retirar uma delegação por vez, o grupo de {cut} muda em {changed} de {cases} casos.",
  },
  "panel.moved": {
    es: "Con otro método cambia de lugar: {list}.",
    en: "With another method this changes place: {list}.",
    pt: "Com outro método muda de lugar: {list}.",
  },
  "panel.unmoved": {
    es: "Con otros métodos ninguna opción cambia dos lugares o más.",
    en: "With other methods no option moves by two places or more.",
    pt: "Com outros métodos nenhuma opção muda dois lugares ou mais.",
  },
  "panel.by.borda": { es: "por orden", en: "by order", pt: "por ordem" },
  "panel.by.dots": { es: "por puntos", en: "by dots", pt: "por pontos" },
  "panel.by.points": { es: "por puntos", en: "by points", pt: "por pontos" },
  "panel.by.schulze": { es: "de dos en dos", en: "two by two", pt: "de duas em duas" },
  "panel.by.first_places": {
    es: "solo primeros lugares",
    en: "first places only",
    pt: "só primeiros lugares",
  },
  "panel.bands": {
    es: "Prioridad alta, media y menor se separan solo donde el orden es estable.",
    en: "High, medium and lower priority are separated only where the order is stable.",
    pt: "Prioridade alta, média e menor se separam só onde a ordem é estável.",
  },
  "panel.unbanded": {
    es: "El orden no tiene ningún corte estable: por eso no se separan prioridades altas y menores.",
    en: "The order has no stable cut: so high and lower priorities are not separated.",
    pt: "A ordem não tem nenhum corte estável: por isso não se separam prioridades altas e menores.",
  },
  "panel.agreement.low": {
    es: "El acuerdo entre las respuestas es bajo.",
    en: "Agreement between the answers is low.",
    pt: "O acordo entre as respostas é baixo.",
  },
  "panel.agreement.medium": {
    es: "El acuerdo entre las respuestas es medio.",
    en: "Agreement between the answers is medium.",
    pt: "O acordo entre as respostas é médio.",
  },
  "panel.agreement.high": {
    es: "El acuerdo entre las respuestas es alto.",
    en: "Agreement between the answers is high.",
    pt: "O acordo entre as respostas é alto.",
  },
  "panel.ranges": {
    es: "Estabilidad: con otra mezcla de las mismas delegaciones, cada opción quedaría casi siempre entre estas posiciones.",
    en: "Stability: with another mix of the same delegations, each option would nearly always be within these places.",
    pt: "Estabilidade: com outra mistura das mesmas delegações, cada opção ficaria quase sempre entre estas posições.",
  },
  "band.high": { es: "prioridad alta", en: "high priority", pt: "prioridade alta" },
  "band.medium": { es: "prioridad media", en: "medium priority", pt: "prioridade média" },
  "band.lower": { es: "prioridad menor", en: "lower priority", pt: "prioridade menor" },
});

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
  const { removals, list, cut } = panel;
  const ranged = Object.keys(panel.ranges).length > 0;
  const said = [
    ...sharedPlaces(rows),
    list.why === "tie" && t("panel.list", { asked: list.asked, shown: list.shown }),
    removals && t("panel.removals", { cut, ...removals }),
    panel.counts.length > 1 && movedWords(panel, rows),
    ranged && t(panel.bands.length ? "panel.bands" : "panel.unbanded"),
    panel.agreement && t(`panel.agreement.${panel.agreement}`),
  ];
  return said.filter((sentence) => typeof sentence === "string");
}

function sharedPlaces(rows: Placed[]): string[] {
  const shared = new Set(
    rows
      .map(({ place }) => place)
      .filter(([low, high]) => low < high)
      .map(placeText),
  );
  return [...shared].map((place) =>
    t("panel.shared", {
      place,
      count: rows.filter((row) => placeText(row.place) === place).length,
    }),
  );
}

function movedWords({ counts, moved }: PanelShape, rows: Placed[]): string {
  const words = rows
    .filter((row) => moved.includes(row.id))
    .map((row) => {
      const places = counts.map(
        ({ name, places }) => `${t(`panel.by.${name}`)} ${placeText(places[row.id] ?? row.place)}`,
      );
      return `${pick(row.label)} (${places.join(", ")})`;
    });
  return words.length ? t("panel.moved", { list: words.join("; ") }) : t("panel.unmoved");
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
