/* Texts that the forms of several kinds say. */
import { register } from "../../i18n";

register({
  "edit.translations": {
    es: "En otros idiomas",
    en: "In other languages",
    pt: "Em outros idiomas",
  },
  "edit.translations.hint": {
    es: "Donde falte, se lee el original.",
    en: "Where one is missing, the original is read.",
    pt: "Onde faltar, lê-se o original.",
  },
  "edit.lang.es": { es: "En español", en: "In Spanish", pt: "Em espanhol" },
  "edit.lang.en": { es: "En inglés", en: "In English", pt: "Em inglês" },
  "edit.lang.pt": { es: "En portugués", en: "In Portuguese", pt: "Em português" },
  "edit.lang.fr": { es: "En francés", en: "In French", pt: "Em francês" },
  "edit.options": {
    es: "Opciones, una por línea",
    en: "Options, one a line",
    pt: "Opções, uma por linha",
  },
  "edit.lines.count.one": { es: "{n} línea", en: "{n} line", pt: "{n} linha" },
  "edit.lines.count.other": { es: "{n} líneas", en: "{n} lines", pt: "{n} linhas" },
  "edit.options.cite": {
    es: "Para citar un desafío del banco basta su código, por ejemplo BKL-1.",
    en: "To cite a challenge of the bank its code is enough, for example BKL-1.",
    pt: "Para citar um desafio do banco basta seu código, por exemplo BKL-1.",
  },
  "edit.options.reworded": {
    es: "Una línea que cambia pierde sus traducciones.",
    en: "A line that changes loses its translations.",
    pt: "Uma linha que muda perde suas traduções.",
  },
  "edit.fault.options_few": {
    es: "Escriba al menos dos opciones.",
    en: "Write at least two options.",
    pt: "Escreva ao menos duas opções.",
  },
  "edit.fault.options_many": {
    es: "Son demasiadas opciones: el máximo es 100.",
    en: "There are too many options: 100 at most.",
    pt: "São opções demais: o máximo é 100.",
  },
  "edit.fault.options_unknown": {
    es: "Hay un código que no está en el banco de desafíos.",
    en: "There is a code that is not in the bank of challenges.",
    pt: "Há um código que não está no banco de desafios.",
  },
  "edit.fault.options_twice": {
    es: "Hay dos opciones iguales.",
    en: "Two options are the same.",
    pt: "Há duas opções iguais.",
  },
  "edit.fault.at_most": {
    es: "El máximo por persona no puede superar el número de opciones.",
    en: "The most per person cannot exceed the number of options.",
    pt: "O máximo por pessoa não pode superar o número de opções.",
  },
});
