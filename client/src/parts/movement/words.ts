import { register } from "../../i18n";

register({
  "movement.title": {
    es: "Cambio de una ronda a otra",
    en: "Change from one round to the next",
    pt: "Mudança de uma rodada a outra",
  },
  "movement.rose": {
    es: "sube de {before} a {after}",
    en: "rises from {before} to {after}",
    pt: "sobe de {before} a {after}",
  },
  "movement.fell": {
    es: "baja de {before} a {after}",
    en: "falls from {before} to {after}",
    pt: "desce de {before} a {after}",
  },
  "movement.level": { es: "sin cambio", en: "no change", pt: "sem mudança" },
  "movement.places_only": {
    es: "Solo posiciones",
    en: "Positions only",
    pt: "Só posições",
  },
  "rounds.one": { es: "Ronda {round}", en: "Round {round}", pt: "Rodada {round}" },
  "rounds.title": { es: "Rondas anteriores", en: "Earlier rounds", pt: "Rodadas anteriores" },
});
