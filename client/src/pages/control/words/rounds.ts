/* Next rounds. */
import { register } from "../../../i18n";

register({
  "control.next_round": {
    es: "Preparar otra ronda",
    en: "Prepare another round",
    pt: "Preparar outra rodada",
  },
  "control.next_round.session": { es: "En la sesión", en: "In the session", pt: "Na sessão" },
  "control.list": {
    es: "Opciones que siguen",
    en: "Options that go on",
    pt: "Opções que seguem",
  },
  "control.list.hint": {
    es: "Las que quedan conservan su texto, de modo que el cambio de posición se puede dibujar.",
    en: "Those that stay keep their text, so that the change of place can be drawn.",
    pt: "As que ficam conservam seu texto, de modo que a mudança de posição pode ser desenhada.",
  },
  "control.list.all": {
    es: "La misma: las {count} opciones",
    en: "The same: all {count} options",
    pt: "A mesma: as {count} opções",
  },
  "control.list.first": {
    es: "Solo las {count} primeras",
    en: "Only the first {count}",
    pt: "Só as {count} primeiras",
  },
  "control.list.tied": {
    es: "Las {count} primeras, que por un empate son {kept}",
    en: "The first {count}, which are {kept} because of a tie",
    pt: "As {count} primeiras, que por um empate são {kept}",
  },
  "control.follows": {
    es: "Es la ronda siguiente de",
    en: "It is the next round of",
    pt: "É a rodada seguinte de",
  },
  "control.follows.none": { es: "Ninguna", en: "None", pt: "Nenhuma" },
  "control.follows.hint": {
    es: "La lista puede ser la misma o más corta. Al revelar se muestra quién sube y quién baja.",
    en: "The list may be the same or shorter. On revealing it is shown who rises and who falls.",
    pt: "A lista pode ser a mesma ou mais curta. Ao revelar mostra-se quem sobe e quem desce.",
  },
});
