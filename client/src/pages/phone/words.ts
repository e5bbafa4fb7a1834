import { register } from "../../i18n";

register({
  "phone.send": { es: "Enviar", en: "Send", pt: "Enviar" },
  "phone.replace": {
    es: "Cambiar mi respuesta",
    en: "Change my answer",
    pt: "Alterar minha resposta",
  },
  "phone.may_change": {
    es: "Puede cambiarla hasta el cierre",
    en: "You may change it until closing",
    pt: "Pode alterá-la até o encerramento",
  },
  "phone.time_over": {
    es: "Tiempo cumplido. Puede responder hasta que la moderación cierre la ronda.",
    en: "Time is up. You may answer until the moderator closes the round.",
    pt: "Tempo esgotado. Pode responder até a moderação encerrar a rodada.",
  },
  "phone.closed": {
    es: "La ronda está cerrada. El resultado aparecerá aquí cuando la moderación lo revele.",
    en: "The round is closed. The outcome will appear here when the moderator reveals it.",
    pt: "A rodada está encerrada. O resultado aparecerá aqui quando a moderação o revelar.",
  },
  "phone.moved_on": {
    es: "La moderación pasó a «{title}». Lo que escribió queda guardado.",
    en: "The moderator has moved on to “{title}”. What you wrote is kept.",
    pt: "A moderação passou para «{title}». O que escreveu fica guardado.",
  },
  "phone.go": { es: "Ir", en: "Go", pt: "Ir" },
  "phone.listening": { es: "En la sala", en: "In the room", pt: "Na sala" },
  "phone.waiting": {
    es: "La reunión aún no ha comenzado",
    en: "The meeting has not begun yet",
    pt: "A reunião ainda não começou",
  },
  "phone.gap": { es: "Entre dos sesiones", en: "Between sessions", pt: "Entre duas sessões" },
  "phone.over": {
    es: "No quedan más sesiones",
    en: "There are no more sessions",
    pt: "Não há mais sessões",
  },
  "phone.here": {
    es: "Cuando la moderación abra algo, aparecerá aquí. No hace falta recargar.",
    en: "When the moderator opens something it will appear here. There is no need to reload.",
    pt: "Quando a moderação abrir algo, aparecerá aqui. Não é preciso recarregar.",
  },
  "phone.questions": {
    es: "Preguntas orientadoras",
    en: "Guiding questions",
    pt: "Perguntas orientadoras",
  },
  "phone.too_old": {
    es: "Esta página es de una versión anterior. Vuelva a cargarla.",
    en: "This page is of an earlier version. Load it again.",
    pt: "Esta página é de uma versão anterior. Recarregue-a.",
  },
  "phone.no_vote": {
    es: "Este puesto no vota en esta actividad",
    en: "This seat does not vote in this activity",
    pt: "Este lugar não vota nesta atividade",
  },
  "phone.voters.delegates": {
    es: "Votan las delegadas y los delegados de los Estados.",
    en: "Delegates of States vote.",
    pt: "Votam as delegadas e os delegados dos Estados.",
  },
  "phone.voters.heads": {
    es: "Votan las jefaturas de delegación.",
    en: "Heads of delegation vote.",
    pt: "Votam as chefias de delegação.",
  },
  "phone.voters.delegates_and_observers": {
    es: "Votan delegaciones y observadores.",
    en: "Delegates and observers vote.",
    pt: "Votam delegações e observadores.",
  },
  "phone.secrecy.secret": {
    es: "Voto secreto. Nadie en la sala, la moderación ni la secretaría puede ver su voto. Quien administra el servidor podría verlo mientras la ronda está abierta; una vez sellada, nadie puede unir el voto con quien lo emitió.",
    en: "Secret vote. Nobody in the room, neither moderator nor secretariat, can see your vote. Whoever runs the server could look while the round is open; once it is sealed, nobody can link a vote to its voter.",
    pt: "Voto secreto. Ninguém na sala, nem a moderação nem a secretaria, pode ver seu voto. Quem administra o servidor poderia vê-lo enquanto a rodada está aberta; depois de selada, ninguém pode ligar o voto a quem o emitiu.",
  },
  "phone.breakdown": {
    es: "Al cerrar se calcula también el resultado por mecanismo.",
    en: "At closing the outcome by mechanism is computed too.",
    pt: "Ao encerrar calcula-se também o resultado por mecanismo.",
  },
  "phone.breakdown.secret": {
    es: "Al cerrar se calcula también el resultado por mecanismo. Solo se muestra si cada grupo tiene al menos cinco respuestas de tres delegaciones; si no, no se muestra ninguno.",
    en: "At closing the outcome by mechanism is computed too. It is shown only if each group has at least five answers from three delegations; otherwise no group is shown.",
    pt: "Ao encerrar calcula-se também o resultado por mecanismo. Só se mostra se cada grupo tiver pelo menos cinco respostas de três delegações; senão, não se mostra nenhum.",
  },
  "phone.secrecy.by_delegation": {
    es: "Voto por delegación, no secreto. El sistema guarda cada voto con el puesto y la delegación que lo emitieron y no lo borra. La sala y el informe ven totales; quien administra el servidor puede ver cada voto.",
    en: "Vote by delegation, not secret. The system keeps each vote with the seat and the delegation that cast it, and does not erase it. Room and report see totals; whoever runs the server can see each vote.",
    pt: "Voto por delegação, não secreto. O sistema guarda cada voto com o lugar e a delegação que o emitiram e não o apaga. A sala e o relatório veem totais; quem administra o servidor pode ver cada voto.",
  },
  "phone.secrecy.open": {
    es: "Votación abierta, no secreta. El sistema guarda cada voto con el puesto que lo emitió y no lo borra.",
    en: "Open vote, not secret. The system keeps each vote with the seat that cast it, and does not erase it.",
    pt: "Votação aberta, não secreta. O sistema guarda cada voto com o lugar que o emitiu e não o apaga.",
  },
  "phone.pad_failed": {
    es: "Las notas no se han podido cargar.",
    en: "The notes could not be loaded.",
    pt: "As notas não puderam ser carregadas.",
  },
  "phone.sheets": {
    es: "Fichas de buenas prácticas de su delegación",
    en: "Your delegation’s good-practice sheets",
    pt: "Fichas de boas práticas da sua delegação",
  },
  "phone.change_table": { es: "cambiar de mesa", en: "change table", pt: "mudar de mesa" },
});
