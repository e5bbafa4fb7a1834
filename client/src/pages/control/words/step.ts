/* Steps, commands and times. */
import { register } from "../../../i18n";

register({
  "control.step.start_session": {
    es: "Empezar: {title}",
    en: "Start: {title}",
    pt: "Iniciar: {title}",
  },
  "control.step.start_session.detail": {
    es: "Prevista a las {time}",
    en: "Planned at {time}",
    pt: "Prevista às {time}",
  },
  "control.step.start_session.ends": {
    es: "Termina «{title}»",
    en: "Ends “{title}”",
    pt: "Termina «{title}»",
  },
  "control.step.close_activity.board": {
    es: "Cerrar la escritura: {title}",
    en: "End the writing: {title}",
    pt: "Encerrar a escrita: {title}",
  },
  "control.step.finish_board": {
    es: "Terminar el tablero: {title}",
    en: "Finish the board: {title}",
    pt: "Terminar o quadro: {title}",
  },
  "control.step.finish_board.detail": {
    es: "Sella la lista como está. Antes puede fusionar y aclarar en el tablero.",
    en: "Seals the list as it stands. You can merge and reword on the board before.",
    pt: "Sela a lista como está. Antes pode unir e esclarecer no quadro.",
  },
  "control.step.finish_board.exchange": {
    es: "Terminar y contar: {title}",
    en: "Finish and count: {title}",
    pt: "Terminar e contar: {title}",
  },
  "control.step.finish_board.exchange.detail": {
    es: "Sella lo publicado y los emparejamientos. Antes las delegaciones pueden confirmar más.",
    en: "Seals what was posted and the pairings. Delegations can confirm more before.",
    pt: "Sela o que foi publicado e os pares. Antes as delegações podem confirmar mais.",
  },
  "control.step.finish_paper": {
    es: "Terminar las papeletas: {title}",
    en: "Finish the paper ballots: {title}",
    pt: "Terminar as cédulas: {title}",
  },
  "control.step.finish_paper.detail": {
    es: "{entered} de {of} sobres anotados. Con todos se cuenta y se sella.",
    en: "{entered} of {of} envelopes entered. With all of them it is counted and sealed.",
    pt: "{entered} de {of} envelopes anotados. Com todos, conta-se e sela-se.",
  },
  "control.ask.seal.envelopes.one": {
    es: "Después se abre {n} sobre y se anota su papeleta; entonces se sella.",
    en: "Then {n} envelope is opened and its ballot entered; after that it is sealed.",
    pt: "Depois abre-se {n} envelope e anota-se sua cédula; então sela-se.",
  },
  "control.ask.seal.envelopes.other": {
    es: "Después se abren {n} sobres y se anotan sus papeletas; entonces se sella.",
    en: "Then {n} envelopes are opened and their ballots entered; after that it is sealed.",
    pt: "Depois abrem-se {n} envelopes e anotam-se suas cédulas; então sela-se.",
  },
  "control.step.close_activity.envelopes": {
    es: "Cerrar y abrir los sobres: {title}",
    en: "Close and open the envelopes: {title}",
    pt: "Encerrar e abrir os envelopes: {title}",
  },
  "control.ask.paper": {
    es: "Faltan votos por anotar",
    en: "Some votes are not entered yet",
    pt: "Faltam votos por anotar",
  },
  "control.ask.paper.text": {
    es: "Hay puestos que votan en papel o a mano alzada y su voto no está anotado. Después de cerrar no se puede anotar y no cuenta.",
    en: "Some seats vote on paper or by show of hands and their vote is not entered. After closing it cannot be entered and does not count.",
    pt: "Há lugares que votam em papel ou de mão levantada e seu voto não está anotado. Depois de encerrar não se pode anotar e não conta.",
  },
  "control.ask.paper.confirm": {
    es: "Cerrar sin esos votos",
    en: "Close without those votes",
    pt: "Encerrar sem esses votos",
  },
  "control.ask.paper.cancel": {
    es: "Volver y anotar",
    en: "Go back and enter",
    pt: "Voltar e anotar",
  },
  "control.does.set_source": {
    es: "decir cómo vota un puesto",
    en: "say how a seat votes",
    pt: "dizer como vota um lugar",
  },
  "control.does.enter_paper_ballot": {
    es: "anotar una papeleta en papel",
    en: "enter a paper ballot",
    pt: "anotar uma cédula em papel",
  },
  "control.does.enter_hands": {
    es: "anotar manos alzadas",
    en: "enter a show of hands",
    pt: "anotar mãos levantadas",
  },
  "control.does.finish_paper": {
    es: "terminar las papeletas en papel",
    en: "finish the paper ballots",
    pt: "terminar as cédulas em papel",
  },
  "control.does.finish_board": {
    es: "terminar el tablero",
    en: "finish the board",
    pt: "terminar o quadro",
  },
  "control.does.approve_entry": {
    es: "aprobar la idea",
    en: "approve the idea",
    pt: "aprovar a ideia",
  },
  "control.does.hide_entry": { es: "ocultar la idea", en: "hide the idea", pt: "ocultar a ideia" },
  "control.does.merge_entries": {
    es: "fusionar las ideas",
    en: "merge the ideas",
    pt: "unir as ideias",
  },
  "control.does.split_entry": {
    es: "separar la idea",
    en: "split the idea",
    pt: "separar a ideia",
  },
  "control.does.reword_entry": {
    es: "aclarar la idea",
    en: "reword the idea",
    pt: "esclarecer a ideia",
  },
  "control.does.undo_board": {
    es: "deshacer el paso",
    en: "undo the step",
    pt: "desfazer o passo",
  },
  "control.does.prioritise_entries": {
    es: "llevar la lista a una priorización",
    en: "carry the list to a prioritisation",
    pt: "levar a lista a uma priorização",
  },
  "control.step.end_session": {
    es: "Terminar: {title}",
    en: "End: {title}",
    pt: "Terminar: {title}",
  },
  "control.step.end_session.detail": {
    es: "Después: {title}, {time}",
    en: "Next: {title}, {time}",
    pt: "Depois: {title}, {time}",
  },
  "control.step.end_session.last": {
    es: "Es la última sesión del programa",
    en: "It is the last session of the programme",
    pt: "É a última sessão do programa",
  },
  "control.step.open_activity": { es: "Abrir: {title}", en: "Open: {title}", pt: "Abrir: {title}" },
  "control.step.open_activity.detail.one": {
    es: "Aparece en teléfonos y pantalla, con {n} minuto",
    en: "Appears on phones and screen, with {n} minute",
    pt: "Aparece em telefones e tela, com {n} minuto",
  },
  "control.step.open_activity.detail.other": {
    es: "Aparece en teléfonos y pantalla, con {n} minutos",
    en: "Appears on phones and screen, with {n} minutes",
    pt: "Aparece em telefones e tela, com {n} minutos",
  },
  "control.step.open_activity.free": {
    es: "Aparece en teléfonos y pantalla, sin límite de tiempo",
    en: "Appears on phones and screen, without a time limit",
    pt: "Aparece em telefones e tela, sem limite de tempo",
  },
  "control.step.close_activity": {
    es: "Cerrar: {title}",
    en: "Close: {title}",
    pt: "Encerrar: {title}",
  },
  "control.step.close_activity.secret": {
    es: "Cerrar y sellar: {title}",
    en: "Close and seal: {title}",
    pt: "Encerrar e selar: {title}",
  },
  "control.step.close_activity.notes": {
    es: "Cerrar las notas: {title}",
    en: "Close the notes: {title}",
    pt: "Encerrar as notas: {title}",
  },
  "control.step.close_activity.notes.detail": {
    es: "Se registra lo escrito en cada mesa",
    en: "What each table wrote is recorded",
    pt: "Registra-se o escrito em cada mesa",
  },
  "control.step.reveal_outcome": {
    es: "Revelar: {title}",
    en: "Reveal: {title}",
    pt: "Revelar: {title}",
  },
  "control.step.reveal_outcome.detail": {
    es: "El resultado se verá en la pantalla y en los teléfonos",
    en: "The result will be seen on the screen and on phones",
    pt: "O resultado será visto na tela e nos telefones",
  },
  "control.step.close_meeting": {
    es: "Cerrar la reunión",
    en: "Close the meeting",
    pt: "Encerrar a reunião",
  },
  "control.step.close_meeting.detail": {
    es: "No queda nada por hacer en el programa",
    en: "Nothing is left to do in the programme",
    pt: "Não resta nada a fazer no programa",
  },
  "control.step.counting": { es: "Contando", en: "Counting", pt: "Contando" },
  "control.step.counting.detail": {
    es: "Se cuenta y se sella «{title}»; después se podrá revelar",
    en: "“{title}” is being counted and sealed; then it can be revealed",
    pt: "«{title}» está sendo contada e selada; depois poderá ser revelada",
  },
  "control.step.none": { es: "Nada pendiente", en: "Nothing to do", pt: "Nada pendente" },
  "control.step.none.detail": {
    es: "La reunión está cerrada",
    en: "The meeting is closed",
    pt: "A reunião está encerrada",
  },
  "control.step.offline": {
    es: "Sin conexión: nada avanza hasta que vuelva",
    en: "No connection: nothing moves on until it is back",
    pt: "Sem conexão: nada avança até que volte",
  },
  "control.does.start_reading": {
    es: "comenzar la lectura",
    en: "begin the reading",
    pt: "começar a leitura",
  },
  "control.does.read_line": {
    es: "leer la línea",
    en: "read the line",
    pt: "ler a linha",
  },
  "control.does.end_reading": {
    es: "terminar la lectura",
    en: "end the reading",
    pt: "encerrar a leitura",
  },
  "control.does.set_line_status": {
    es: "cambiar el estado de la línea",
    en: "change the status of the line",
    pt: "alterar o estado da linha",
  },
  "control.does.start_session": {
    es: "empezar la sesión",
    en: "start the session",
    pt: "iniciar a sessão",
  },
  "control.does.end_session": {
    es: "terminar la sesión",
    en: "end the session",
    pt: "terminar a sessão",
  },
  "control.does.skip_session": {
    es: "omitir la sesión",
    en: "skip the session",
    pt: "omitir a sessão",
  },
  "control.does.add_session": {
    es: "añadir la sesión",
    en: "add the session",
    pt: "acrescentar a sessão",
  },
  "control.does.edit_session": {
    es: "cambiar la sesión",
    en: "change the session",
    pt: "mudar a sessão",
  },
  "control.does.move_session": {
    es: "mover la sesión",
    en: "move the session",
    pt: "mover a sessão",
  },
  "control.does.add_activity": {
    es: "añadir la actividad",
    en: "add the activity",
    pt: "acrescentar a atividade",
  },
  "control.does.edit_activity": {
    es: "cambiar la actividad",
    en: "change the activity",
    pt: "mudar a atividade",
  },
  "control.does.move_activity": {
    es: "mover la actividad",
    en: "move the activity",
    pt: "mover a atividade",
  },
  "control.does.skip_activity": {
    es: "omitir la actividad",
    en: "skip the activity",
    pt: "omitir a atividade",
  },
  "control.does.start_trial": {
    es: "empezar la práctica",
    en: "start the practice",
    pt: "começar a prática",
  },
  "control.does.open_activity": {
    es: "abrir la actividad",
    en: "open the activity",
    pt: "abrir a atividade",
  },
  "control.does.add_time": { es: "añadir tiempo", en: "add time", pt: "acrescentar tempo" },
  "control.does.close_activity": {
    es: "cerrar la ronda",
    en: "close the round",
    pt: "encerrar a rodada",
  },
  "control.does.reveal_outcome": {
    es: "revelar el resultado",
    en: "reveal the result",
    pt: "revelar o resultado",
  },
  "control.does.reopen_activity": {
    es: "abrir otra ronda",
    en: "open another round",
    pt: "abrir outra rodada",
  },
  "control.does.assign_table": {
    es: "cambiar de mesa",
    en: "move to another table",
    pt: "mudar de mesa",
  },
  "control.does.rotate_tables": {
    es: "rotar las mesas",
    en: "rotate the tables",
    pt: "girar as mesas",
  },
  "control.does.release_seat": {
    es: "liberar el puesto",
    en: "release the seat",
    pt: "liberar o lugar",
  },
  "control.does.add_seat": { es: "añadir un puesto", en: "add a seat", pt: "acrescentar um lugar" },
  "control.does.add_delegation": {
    es: "añadir la delegación",
    en: "add the delegation",
    pt: "acrescentar a delegação",
  },
  "control.does.set_stage": {
    es: "cambiar la pantalla",
    en: "change the screen",
    pt: "mudar a tela",
  },
  "control.does.send_message": {
    es: "enviar el mensaje",
    en: "send the message",
    pt: "enviar a mensagem",
  },
  "control.does.clear_message": {
    es: "retirar el mensaje",
    en: "clear the message",
    pt: "retirar a mensagem",
  },
  "control.does.close_meeting": {
    es: "cerrar la reunión",
    en: "close the meeting",
    pt: "encerrar a reunião",
  },
  "control.time.clear": { es: "Sin límite", en: "No limit", pt: "Sem limite" },
  "control.time.add": { es: "+{n} min", en: "+{n} min", pt: "+{n} min" },
  "control.time.free": {
    es: "Desde que se abrió; sin límite de tiempo",
    en: "Since it was opened; no time limit",
    pt: "Desde a abertura; sem limite de tempo",
  },
  "control.time.past": {
    es: "Tiempo cumplido. Nada se cierra solo.",
    en: "Time is up. Nothing closes by itself.",
    pt: "Tempo esgotado. Nada se encerra sozinho.",
  },
  "control.time.until": { es: "Hasta las {time}", en: "Until {time}", pt: "Até {time}" },
});
