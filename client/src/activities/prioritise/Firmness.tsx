import { register, t } from "../../i18n";
import { agreementWords, type PanelShape, removalsWords } from "./Panel";

register({
  "firm.title": {
    es: "Qué tan firme es el orden",
    en: "How firm the order is",
    pt: "Quão firme é a ordem",
  },
  "firm.moved.one": {
    es: "Si los mismos votos se cuentan de otras maneras, {n} de {of} opciones cambia dos posiciones o más.",
    en: "If the same votes are counted in other ways, {n} of {of} options moves by two places or more.",
    pt: "Se os mesmos votos são contados de outras maneiras, {n} de {of} opções muda duas posições ou mais.",
  },
  "firm.moved.other": {
    es: "Si los mismos votos se cuentan de otras maneras, {n} de {of} opciones cambian dos posiciones o más.",
    en: "If the same votes are counted in other ways, {n} of {of} options move by two places or more.",
    pt: "Se os mesmos votos são contados de outras maneiras, {n} de {of} opções mudam duas posições ou mais.",
  },
});

/** For the wall, the answer to what a room objects: the same without one delegation, and by another method. Phones and
 * report say which options, and how far. `of` is how many options there are. */
export function Firmness({ panel, of }: { panel: PanelShape; of: number }) {
  const moved = panel.moved.length;
  const said = [
    removalsWords(panel),
    panel.counts.length > 1 && (moved ? t("firm.moved", { n: moved, of }) : t("panel.unmoved")),
    agreementWords(panel),
  ].filter((sentence) => typeof sentence === "string");
  if (said.length === 0) return null;
  return (
    <p class="stage-firm">
      <strong>{t("firm.title")}.</strong> {said.join(" ")}
    </p>
  );
}
