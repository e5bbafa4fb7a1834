/* What is said of votes without a phone, to whoever enters them. */
import { register } from "../i18n";
import "../pages/control/words";

register({
  "paper.title": {
    es: "Papel y mano alzada",
    en: "Paper and show of hands",
    pt: "Papel e mão levantada",
  },
  "paper.seats.one": {
    es: "{n} puesto sin teléfono",
    en: "{n} seat without a phone",
    pt: "{n} lugar sem telefone",
  },
  "paper.seats.other": {
    es: "{n} puestos sin teléfono",
    en: "{n} seats without a phone",
    pt: "{n} lugares sem telefone",
  },
  "paper.about.open": {
    es: "Para quien no tiene teléfono. Cada puesto cuenta por una sola vía. Las papeletas se anotan dos veces, antes de cerrar.",
    en: "For people without a phone. Each seat counts one way only. Ballots are entered twice, before closing.",
    pt: "Para quem não tem telefone. Cada lugar conta por uma só via. As cédulas são anotadas duas vezes, antes de encerrar.",
  },
  "paper.about.by_delegation": {
    es: "Para quien no tiene teléfono. Cada puesto cuenta por una sola vía. Las papeletas se anotan dos veces, antes de cerrar.",
    en: "For people without a phone. Each seat counts one way only. Ballots are entered twice, before closing.",
    pt: "Para quem não tem telefone. Cada lugar conta por uma só via. As cédulas são anotadas duas vezes, antes de encerrar.",
  },
  "paper.about.secret": {
    es: "Para quien no tiene teléfono. Aquí solo se marca qué puestos votan en papel. Los sobres se numeran sin nombre y se abren después de cerrar: nada dice de quién es cada uno.",
    en: "For people without a phone. Here one only marks which seats vote on paper. Envelopes are numbered without a name and opened after closing: nothing says whose each is.",
    pt: "Para quem não tem telefone. Aqui só se marca que lugares votam em papel. Os envelopes são numerados sem nome e abertos depois de encerrar: nada diz de quem é cada um.",
  },
  "paper.about.secret.closed": {
    es: "Mezcle los sobres y ábralos en cualquier orden. Cada papeleta se anota dos veces. Nada se cuenta hasta terminar.",
    en: "Shuffle the envelopes and open them in any order. Each ballot is entered twice. Nothing is counted until this is finished.",
    pt: "Misture os envelopes e abra-os em qualquer ordem. Cada cédula é anotada duas vezes. Nada se conta até terminar.",
  },
  "paper.alone": {
    es: "Un solo puesto vota en papel: quien abra su sobre sabrá de quién es. Con dos o más no se sabe.",
    en: "One seat alone votes on paper: whoever opens its envelope will know whose it is. With two or more nobody does.",
    pt: "Um só lugar vota em papel: quem abrir seu envelope saberá de quem é. Com dois ou mais não se sabe.",
  },
  "paper.mark": {
    es: "Marcar un puesto sin teléfono",
    en: "Mark a seat without a phone",
    pt: "Marcar um lugar sem telefone",
  },
  "paper.mark.delegation": {
    es: "Elegir delegación",
    en: "Choose a delegation",
    pt: "Escolher delegação",
  },
  "paper.mark.number": {
    es: "Número del puesto, como en su tarjeta",
    en: "Number of the seat, as on its card",
    pt: "Número do lugar, como no cartão",
  },
  "paper.missing.desk": {
    es: "Con todos los sobres, la moderación termina y se cuenta.",
    en: "With all envelopes there, the moderator finishes and it is counted.",
    pt: "Com todos os envelopes, a moderação termina e conta-se.",
  },
  "paper.mark.choose": { es: "Elegir puesto", en: "Choose a seat", pt: "Escolher lugar" },
  "paper.mark.paper": { es: "Vota en papel", en: "Votes on paper", pt: "Vota em papel" },
  "paper.mark.hands": {
    es: "Vota a mano alzada",
    en: "Votes by show of hands",
    pt: "Vota de mão levantada",
  },
  "paper.unmark": { es: "Vuelve al teléfono", en: "Back to the phone", pt: "Volta ao telefone" },
  "paper.unmark.closed": {
    es: "No entregó sobre",
    en: "Handed in no envelope",
    pt: "Não entregou envelope",
  },
  "paper.unmark.sure": {
    es: "Confirmar: su voto no se cuenta",
    en: "Confirm: this vote is not counted",
    pt: "Confirmar: seu voto não se conta",
  },
  "paper.state.envelope": { es: "vota en papel", en: "votes on paper", pt: "vota em papel" },
  "paper.state.hands": {
    es: "a mano alzada",
    en: "by show of hands",
    pt: "de mão levantada",
  },
  "paper.state.missing": {
    es: "en papel, falta anotar",
    en: "on paper, not entered yet",
    pt: "em papel, falta anotar",
  },
  "paper.state.entered": {
    es: "en papel, anotada",
    en: "on paper, entered",
    pt: "em papel, anotada",
  },
  "paper.enter": { es: "Anotar papeleta", en: "Enter ballot", pt: "Anotar cédula" },
  "paper.enter_again": { es: "Anotar de nuevo", en: "Enter again", pt: "Anotar de novo" },
  "paper.hands.one": {
    es: "{n} puesto vota a mano alzada",
    en: "{n} seat votes by show of hands",
    pt: "{n} lugar vota de mão levantada",
  },
  "paper.hands.other": {
    es: "{n} puestos votan a mano alzada",
    en: "{n} seats vote by show of hands",
    pt: "{n} lugares votam de mão levantada",
  },
  "paper.hands.missing": {
    es: "falta el recuento",
    en: "not counted yet",
    pt: "falta a contagem",
  },
  "paper.hands.counted": { es: "recuento anotado", en: "count entered", pt: "contagem anotada" },
  "paper.hands.enter": { es: "Anotar manos", en: "Enter hands", pt: "Anotar mãos" },
  "paper.hands.again": { es: "Contar de nuevo", en: "Count again", pt: "Contar de novo" },
  "paper.hands.about": {
    es: "Cuente las manos de esos puestos, también las que se abstienen.",
    en: "Count the hands of those seats, those that abstain too.",
    pt: "Conte as mãos desses lugares, também as que se abstêm.",
  },
  "paper.hands.sum": {
    es: "{sum} manos de {of} puestos",
    en: "{sum} hands of {of} seats",
    pt: "{sum} mãos de {of} lugares",
  },
  "paper.first": { es: "Primera anotación", en: "First entry", pt: "Primeira anotação" },
  "paper.second": { es: "Segunda anotación", en: "Second entry", pt: "Segunda anotação" },
  "paper.first.about": {
    es: "Copie la papeleta tal como está, sin que la sala vea esta pantalla.",
    en: "Copy the ballot as it is, out of the room's sight.",
    pt: "Copie a cédula tal como está, sem que a sala veja esta tela.",
  },
  "paper.second.about": {
    es: "De nuevo, de preferencia otra persona. La primera anotación no se muestra.",
    en: "Once more, another person if possible. The first entry is not shown.",
    pt: "De novo, de preferência outra pessoa. A primeira anotação não é mostrada.",
  },
  "paper.go_on": {
    es: "Pasar a la segunda anotación",
    en: "Go on to the second entry",
    pt: "Passar à segunda anotação",
  },
  "paper.compare": { es: "Comparar y anotar", en: "Compare and enter", pt: "Comparar e anotar" },
  "paper.same": {
    es: "Las dos anotaciones coinciden",
    en: "Both entries say the same",
    pt: "As duas anotações coincidem",
  },
  "paper.send": { es: "Anotar", en: "Enter", pt: "Anotar" },
  "paper.differ": {
    es: "Las dos anotaciones no coinciden: no se ha anotado nada",
    en: "The two entries differ: nothing was entered",
    pt: "As duas anotações não coincidem: nada foi anotado",
  },
  "paper.correct.first": {
    es: "Corregir la primera",
    en: "Correct the first",
    pt: "Corrigir a primeira",
  },
  "paper.correct.second": {
    es: "Corregir la segunda",
    en: "Correct the second",
    pt: "Corrigir a segunda",
  },
  "paper.option": { es: "Opción", en: "Option", pt: "Opção" },
  "paper.answer": { es: "Respuesta", en: "Answer", pt: "Resposta" },
  "paper.nothing": { es: "sin marcar", en: "not marked", pt: "sem marcar" },
  "paper.envelopes": {
    es: "{entered} de {of} sobres anotados",
    en: "{entered} of {of} envelopes entered",
    pt: "{entered} de {of} envelopes anotados",
  },
  "paper.envelopes.which": {
    es: "(n.º {which})",
    en: "(no. {which})",
    pt: "(n.º {which})",
  },
  "paper.envelope": { es: "Sobre {number}", en: "Envelope {number}", pt: "Envelope {number}" },
  "paper.envelope.number": {
    es: "Número del sobre",
    en: "Number of the envelope",
    pt: "Número do envelope",
  },
  "paper.envelope.hint": {
    es: "Un número ya anotado se puede anotar de nuevo: lo último reemplaza lo anterior.",
    en: "A number that was entered can be entered again: the last replaces the one before.",
    pt: "Um número já anotado pode ser anotado de novo: o último substitui o anterior.",
  },
  "paper.envelope.there": {
    es: "Este sobre ya está anotado. Lo que anote ahora lo reemplaza.",
    en: "This envelope was entered already. What you enter now replaces it.",
    pt: "Este envelope já está anotado. O que anotar agora o substitui.",
  },
  "paper.missing.one": {
    es: "Falta {n} sobre. Si un puesto no entregó, dígalo en la lista.",
    en: "{n} envelope is missing. If a seat handed in none, say so in the list.",
    pt: "Falta {n} envelope. Se um lugar não entregou, diga-o na lista.",
  },
  "paper.missing.other": {
    es: "Faltan {n} sobres. Si un puesto no entregó, dígalo en la lista.",
    en: "{n} envelopes are missing. If a seat handed in none, say so in the list.",
    pt: "Faltam {n} envelopes. Se um lugar não entregou, diga-o na lista.",
  },
  "paper.complete": {
    es: "Están todos los sobres. Al terminar se cuenta y se sella.",
    en: "All envelopes are there. Once finished it is counted and sealed.",
    pt: "Estão todos os envelopes. Ao terminar conta-se e sela-se.",
  },
  "paper.finish": {
    es: "Terminar las papeletas",
    en: "Finish the ballots",
    pt: "Terminar as cédulas",
  },
});
