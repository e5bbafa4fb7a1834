/* What a delegation is asked on its phone: whether it agrees to be quoted. */
import { register } from "../i18n";

register({
  "consent.asked.one": {
    es: "Se pide citar a su delegación",
    en: "You are asked to let your delegation be quoted",
    pt: "Pede-se para citar sua delegação",
  },
  "consent.asked.other": {
    es: "Se pide citar a su delegación: {n} notas",
    en: "You are asked to let your delegation be quoted: {n} notes",
    pt: "Pede-se para citar sua delegação: {n} notas",
  },
  "consent.answered": {
    es: "Citas de su delegación",
    en: "Quotations of your delegation",
    pt: "Citações da sua delegação",
  },
  "consent.means": {
    es: "Son notas de una mesa en la que estuvo. Acepte solo si lo dijo su delegación. Queda registrado cuándo aceptó.",
    en: "These are notes of a table where you sat. Agree only if your delegation said it. When you agreed is recorded.",
    pt: "São notas de uma mesa em que esteve. Aceite somente se sua delegação o disse. Fica registrado quando aceitou.",
  },
  "consent.ask.open": {
    es: "¿Acepta que se publique con el nombre de {name}?",
    en: "Do you agree to its publication with the name of {name}?",
    pt: "Aceita que se publique com o nome de {name}?",
  },
  "consent.ask.attributable": {
    es: "¿Acepta que el informe la diga con el nombre de {name}?",
    en: "Do you agree to the report telling it with the name of {name}?",
    pt: "Aceita que o relatório a diga com o nome de {name}?",
  },
  "consent.ask.chatham_house": {
    es: "¿Acepta que el informe la diga, sin nombrar a nadie?",
    en: "Do you agree to the report telling it, naming nobody?",
    pt: "Aceita que o relatório a diga, sem nomear ninguém?",
  },
  "consent.agree": { es: "Aceptar", en: "Agree", pt: "Aceitar" },
  "consent.decline": { es: "No aceptar", en: "Do not agree", pt: "Não aceitar" },
  "consent.agreed": {
    es: "Su delegación aceptó.",
    en: "Your delegation agreed.",
    pt: "Sua delegação aceitou.",
  },
  "consent.declined": {
    es: "Su delegación no aceptó.",
    en: "Your delegation did not agree.",
    pt: "Sua delegação não aceitou.",
  },
  "consent.take_back": {
    es: "Retirar el consentimiento",
    en: "Take the consent back",
    pt: "Retirar o consentimento",
  },
});
