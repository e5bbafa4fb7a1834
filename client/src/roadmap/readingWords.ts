/* The words of the plenary reading, which phones fetch when it begins. */
import { register } from "../i18n";

register({
  "code.stale_line": {
    es: "Otra persona lo cambió mientras tanto. Vea lo que dice ahora.",
    en: "Somebody else changed it meanwhile. See what it says now.",
    pt: "Outra pessoa alterou isto nesse meio-tempo. Veja o que diz agora.",
  },
  "code.wrong_status": {
    es: "La línea ya no está en ese estado.",
    en: "The line no longer stands there.",
    pt: "A linha já não está nesse estado.",
  },
  "code.not_reading": {
    es: "Esa línea ya no se está leyendo.",
    en: "That line is no longer being read.",
    pt: "Essa linha já não está sendo lida.",
  },
  "code.head_answered": {
    es: "Respondió la jefatura de su delegación; solo ella puede cambiarlo.",
    en: "Your head of delegation has answered; only the head may change it.",
    pt: "A chefia da sua delegação respondeu; só ela pode alterar.",
  },
  "code.withheld": {
    es: "Pertenece a una sesión reservada.",
    en: "It belongs to a reserved session.",
    pt: "Pertence a uma sessão reservada.",
  },
  "code.unknown_line": {
    es: "Esa línea ya no existe.",
    en: "That line no longer exists.",
    pt: "Essa linha já não existe.",
  },
  "reading.title": {
    es: "Lectura de la hoja de ruta",
    en: "Reading of the roadmap",
    pt: "Leitura do roteiro",
  },
  "reading.place": { es: "Línea {n} de {of}", en: "Line {n} of {of}", pt: "Linha {n} de {of}" },
  "reading.waiting": {
    es: "La moderación leerá la próxima línea en un momento.",
    en: "The moderation will read the next line in a moment.",
    pt: "A moderação lerá a próxima linha em um momento.",
  },
  "reading.no_objection": { es: "Sin objeción", en: "No objection", pt: "Sem objeção" },
  "reading.with_remark": { es: "Con observación", en: "With a remark", pt: "Com observação" },
  "reading.ad_referendum": { es: "Ad referéndum", en: "Ad referendum", pt: "Ad referendum" },
  "reading.reservation": { es: "Reserva", en: "Reservation", pt: "Reserva" },
  "reading.answered.one": {
    es: "{n} de {of} delegaciones ha respondido",
    en: "{n} of {of} delegations has answered",
    pt: "{n} de {of} delegações respondeu",
  },
  "reading.answered.other": {
    es: "{n} de {of} delegaciones han respondido",
    en: "{n} of {of} delegations have answered",
    pt: "{n} de {of} delegações responderam",
  },
  "reading.ask": {
    es: "¿Cuál es la posición de su delegación?",
    en: "What is your delegation’s position?",
    pt: "Qual é a posição da sua delegação?",
  },
  "reading.text": { es: "Texto (opcional)", en: "Text (optional)", pt: "Texto (opcional)" },
  "reading.attributed": {
    es: "Que conste a nombre de mi delegación",
    en: "Record it in my delegation’s name",
    pt: "Que conste em nome da minha delegação",
  },
  "reading.send": { es: "Enviar", en: "Send", pt: "Enviar" },
  "reading.received": {
    es: "Recibido: {answer}",
    en: "Received: {answer}",
    pt: "Recebido: {answer}",
  },
  "reading.by_head": {
    es: "Respondió la jefatura de su delegación; solo ella puede cambiarlo.",
    en: "Your head of delegation has answered; only the head may change it.",
    pt: "A chefia da sua delegação respondeu; só ela pode alterar.",
  },
  "reading.changed": {
    es: "La línea cambió: lea de nuevo y responda.",
    en: "The line has changed: read it again and answer.",
    pt: "A linha mudou: leia de novo e responda.",
  },
  "reading.join": {
    es: "Sumar a mi delegación a esta línea",
    en: "Add my delegation to this line",
    pt: "Incluir minha delegação nesta linha",
  },
  "reading.joined": {
    es: "Su delegación participa en esta línea. Dejar de participar",
    en: "Your delegation takes part in this line. Leave it",
    pt: "Sua delegação participa desta linha. Deixar de participar",
  },
  "reading.observer": {
    es: "Las delegaciones de los Estados responden en su teléfono.",
    en: "The delegations of States answer on their phones.",
    pt: "As delegações dos Estados respondem no telefone.",
  },
  "reading.not_vote": {
    es: "No es una votación: el acuerdo lo declara la presidencia.",
    en: "This is not a vote: the chair declares the agreement.",
    pt: "Não é uma votação: o acordo é declarado pela presidência.",
  },
  "reading.start": { es: "Comenzar la lectura", en: "Begin the reading", pt: "Começar a leitura" },
  "reading.next": {
    es: "Leer la siguiente: {code}",
    en: "Read the next: {code}",
    pt: "Ler a seguinte: {code}",
  },
  "reading.previous": { es: "Volver a {code}", en: "Back to {code}", pt: "Voltar a {code}" },
  "reading.end": { es: "Terminar la lectura", en: "End the reading", pt: "Encerrar a leitura" },
  "reading.agree": {
    es: "Declarar «acordada ad referéndum»",
    en: "Declare “agreed ad referendum”",
    pt: "Declarar «acordada ad referendum»",
  },
  "reading.choose": { es: "Leer otra línea", en: "Read another line", pt: "Ler outra linha" },
  "reading.none": {
    es: "Aún no hay líneas que leer.",
    en: "There are no lines to read yet.",
    pt: "Ainda não há linhas para ler.",
  },
  "reading.who": { es: "Quién respondió qué", en: "Who answered what", pt: "Quem respondeu o quê" },
  "reading.leads": { es: "Lideran", en: "Leads", pt: "Lideram" },
  "reading.participants": { es: "Participan", en: "Participants", pt: "Participam" },
  "reading.sources": { es: "Origen", en: "Origin", pt: "Origem" },
});
