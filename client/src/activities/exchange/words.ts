/* Texts of offers and needs. */
import { register } from "../../i18n";

register({
  "exchange.offer": { es: "Ofrezco", en: "I offer", pt: "Ofereço" },
  "exchange.need": { es: "Necesito", en: "I need", pt: "Preciso" },
  "exchange.an_offer": { es: "Oferta", en: "Offer", pt: "Oferta" },
  "exchange.a_need": { es: "Necesidad", en: "Need", pt: "Necessidade" },
  "exchange.side": {
    es: "¿Qué publica su delegación?",
    en: "What does your delegation post?",
    pt: "O que sua delegação publica?",
  },
  "exchange.theme": { es: "Tema", en: "Theme", pt: "Tema" },
  "exchange.support": { es: "Tipo de apoyo", en: "Kind of support", pt: "Tipo de apoio" },
  "exchange.choose": { es: "Elegir…", en: "Choose…", pt: "Escolher…" },
  "exchange.text": { es: "En pocas palabras", en: "In a few words", pt: "Em poucas palavras" },
  "exchange.post": { es: "Publicar", en: "Post", pt: "Publicar" },
  "exchange.left": {
    es: "Puede publicar {n} más",
    en: "You may post {n} more",
    pt: "Pode publicar mais {n}",
  },
  "exchange.none_left": {
    es: "Ya publicó todo lo que puede. Puede cambiarlo o retirarlo.",
    en: "You have posted as much as you may. You can change it or take it back.",
    pt: "Já publicou tudo o que pode. Pode alterar ou retirar.",
  },
  "exchange.named": {
    es: "Su delegación aparece junto a lo que publica. No compromete recursos.",
    en: "Your delegation stands beside what you post. It commits no resources.",
    pt: "Sua delegação aparece junto ao que publica. Não compromete recursos.",
  },
  "exchange.own": { es: "Lo que usted publicó", en: "What you posted", pt: "O que você publicou" },
  "exchange.fit": {
    es: "Puede encajar con su delegación",
    en: "May fit with your delegation",
    pt: "Pode encaixar com sua delegação",
  },
  "exchange.fit.none": {
    es: "Todavía nada coincide con lo que publicó su delegación.",
    en: "Nothing matches what your delegation posted yet.",
    pt: "Ainda nada coincide com o que sua delegação publicou.",
  },
  "exchange.with": {
    es: "Con lo suyo: {text}",
    en: "With yours: {text}",
    pt: "Com o seu: {text}",
  },
  "exchange.missing.side": {
    es: "Falta elegir si ofrece o necesita",
    en: "Choose whether you offer or need",
    pt: "Falta escolher se oferece ou precisa",
  },
  "exchange.missing.theme": {
    es: "Falta elegir el tema",
    en: "Choose the theme",
    pt: "Falta escolher o tema",
  },
  "exchange.missing.support": {
    es: "Falta elegir el tipo de apoyo",
    en: "Choose the kind of support",
    pt: "Falta escolher o tipo de apoio",
  },
  "exchange.interest": { es: "Nos interesa", en: "We are interested", pt: "Temos interesse" },
  "exchange.no_interest": {
    es: "Ya no nos interesa",
    en: "No longer interested",
    pt: "Já não temos interesse",
  },
  "exchange.we_wait": {
    es: "Su delegación confirmó; falta {who}.",
    en: "Your delegation confirmed; {who} has not yet.",
    pt: "Sua delegação confirmou; falta {who}.",
  },
  "exchange.they_wait": {
    es: "{who} confirmó su interés.",
    en: "{who} is interested.",
    pt: "{who} confirmou seu interesse.",
  },
  "exchange.agreed": {
    es: "Emparejamiento confirmado por las dos delegaciones.",
    en: "Pairing confirmed by both delegations.",
    pt: "Par confirmado pelas duas delegações.",
  },
  "exchange.all": {
    es: "Todo lo publicado",
    en: "Everything posted",
    pt: "Tudo o que foi publicado",
  },
  "exchange.all.none": {
    es: "Todavía no hay publicaciones de otras delegaciones.",
    en: "Other delegations have posted nothing yet.",
    pt: "Outras delegações ainda não publicaram nada.",
  },
  "exchange.answer_first": {
    es: "Para responder, publique antes su oferta o su necesidad.",
    en: "To answer, post your own offer or need first.",
    pt: "Para responder, publique antes sua oferta ou necessidade.",
  },
  "exchange.closed": {
    es: "Ya no se publica. Todavía puede confirmar su interés.",
    en: "Posting is over. You can still confirm your interest.",
    pt: "Não se publica mais. Ainda pode confirmar seu interesse.",
  },
  "exchange.counts": {
    es: "Ofertas: {offers} · Necesidades: {needs} · Emparejamientos: {pairs}",
    en: "Offers: {offers} · Needs: {needs} · Pairings: {pairs}",
    pt: "Ofertas: {offers} · Necessidades: {needs} · Pares: {pairs}",
  },
  "exchange.hide": { es: "Quitar", en: "Take off", pt: "Remover" },
  "exchange.hide_of": { es: "Quitar: {text}", en: "Take off: {text}", pt: "Remover: {text}" },
  "exchange.pairs": {
    es: "Emparejamientos confirmados",
    en: "Confirmed pairings",
    pt: "Pares confirmados",
  },
  "exchange.unmet": {
    es: "Sin respuesta todavía",
    en: "Without an answer yet",
    pt: "Ainda sem resposta",
  },
  "exchange.nothing": {
    es: "No se publicó ninguna oferta ni necesidad.",
    en: "No offer or need was posted.",
    pt: "Não foi publicada nenhuma oferta nem necessidade.",
  },
  "exchange.page": { es: "Página {n} de {of}", en: "Page {n} of {of}", pt: "Página {n} de {of}" },
});
