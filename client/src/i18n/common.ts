/* Texts that several pages say: states, refusals, receipts, counts. */
import { register } from "./index";

register({
  "state.loading": { es: "Cargando", en: "Loading", pt: "Carregando" },
  "state.connecting": { es: "Conectando", en: "Connecting", pt: "Conectando" },
  "state.offline": {
    es: "Sin conexión. Se intenta de nuevo solo.",
    en: "No connection. It keeps trying by itself.",
    pt: "Sem conexão. Tenta-se de novo automaticamente.",
  },
  "state.online": {
    es: "De nuevo con conexión.",
    en: "Connected again.",
    pt: "Conectado de novo.",
  },
  "state.offline.ballot": {
    es: "Sin conexión. Su voto está guardado en este teléfono y se enviará solo.",
    en: "No connection. Your vote is kept on this phone and will be sent by itself.",
    pt: "Sem conexão. Seu voto está guardado neste telefone e será enviado automaticamente.",
  },
  "state.broken": {
    es: "Esta página no ha podido mostrarse. Lo que envió sigue guardado.",
    en: "This page could not be shown. What you sent is still kept.",
    pt: "Esta página não pôde ser exibida. O que enviou continua guardado.",
  },
  "state.reload": { es: "Volver a cargar", en: "Load again", pt: "Recarregar" },
  "state.portal": {
    es: "La red Wi-Fi pide iniciar sesión. Abra su página de acceso y vuelva aquí.",
    en: "The Wi-Fi asks you to sign in. Open its sign-in page and come back here.",
    pt: "A rede Wi-Fi pede login. Abra a página de acesso e volte aqui.",
  },
  "ended.seat_released": {
    es: "La secretaría liberó este puesto. Para volver a entrar, use su tarjeta o el código de la pantalla.",
    en: "The secretariat released this seat. To come in again, use your card or the code on the screen.",
    pt: "A secretaria liberou este lugar. Para entrar de novo, use seu cartão ou o código da tela.",
  },
  "ended.no_pass": {
    es: "Este dispositivo ya no tiene acceso a la reunión. Vuelva a entrar con su tarjeta o con el código.",
    en: "This device no longer has access to the meeting. Come in again with your card or the code.",
    pt: "Este dispositivo já não tem acesso à reunião. Entre de novo com seu cartão ou com o código.",
  },
  "ended.unknown_meeting": {
    es: "Esta reunión ya no existe en este servidor.",
    en: "This meeting is no longer on this server.",
    pt: "Esta reunião já não existe neste servidor.",
  },
  "ended.other": {
    es: "El servidor cerró la conexión. Vuelva a cargar la página.",
    en: "The server closed the connection. Load the page again.",
    pt: "O servidor encerrou a conexão. Recarregue a página.",
  },
  "ended.again": { es: "Volver a entrar", en: "Come in again", pt: "Entrar de novo" },
  "test.rehearsal": {
    es: "Ensayo: nada de esto cuenta",
    en: "Rehearsal: none of this counts",
    pt: "Ensaio: nada disto conta",
  },
  "trial.mark": {
    es: "Práctica: no cuenta",
    en: "Practice: it does not count",
    pt: "Prática: não conta",
  },
  "meeting.closed": {
    es: "La reunión ha terminado. Gracias por su participación.",
    en: "The meeting has ended. Thank you for taking part.",
    pt: "A reunião terminou. Obrigado pela participação.",
  },
  "code.not_allowed": {
    es: "Su función no permite esta acción.",
    en: "Your role does not allow this.",
    pt: "Sua função não permite esta ação.",
  },
  "code.not_voter": {
    es: "Este puesto no vota en esta ronda.",
    en: "This seat does not vote in this round.",
    pt: "Este lugar não vota nesta rodada.",
  },
  "code.not_open": {
    es: "Todavía no está abierto.",
    en: "It is not open yet.",
    pt: "Ainda não está aberto.",
  },
  "code.closed": {
    es: "La ronda se cerró antes de que llegara.",
    en: "The round was closed before it arrived.",
    pt: "A rodada foi encerrada antes de chegar.",
  },
  "code.wrong_round": {
    es: "Entretanto empezó otra ronda.",
    en: "Another round has begun meanwhile.",
    pt: "Entretanto começou outra rodada.",
  },
  "code.voted_elsewhere": {
    es: "Este puesto ya vota por otra vía: cada puesto cuenta una sola vez.",
    en: "This seat votes another way already: each seat counts once.",
    pt: "Este lugar já vota por outra via: cada lugar conta uma só vez.",
  },
  "code.entries_differ": {
    es: "Las dos anotaciones no coinciden: no se ha contado nada.",
    en: "The two entries differ: nothing was counted.",
    pt: "As duas anotações não coincidem: nada foi contado.",
  },
  "code.unmatched": {
    es: "El número de votos anotados no coincide con el de puestos sin teléfono.",
    en: "The number of votes entered is not that of the seats without a phone.",
    pt: "O número de votos anotados não coincide com o de lugares sem telefone.",
  },
  "code.unknown_activity": {
    es: "Esta actividad ya no existe.",
    en: "This activity is no longer there.",
    pt: "Esta atividade já não existe.",
  },
  "code.unknown_session": {
    es: "Esta sesión ya no existe.",
    en: "This session is no longer there.",
    pt: "Esta sessão já não existe.",
  },
  "code.unknown_seat": {
    es: "Este puesto no existe.",
    en: "There is no such seat.",
    pt: "Este lugar não existe.",
  },
  "code.unknown_delegation": {
    es: "Esta delegación no está en la lista.",
    en: "This delegation is not on the list.",
    pt: "Esta delegação não está na lista.",
  },
  "code.unknown_table": {
    es: "Esta mesa no existe en la sesión.",
    en: "There is no such table in the session.",
    pt: "Esta mesa não existe na sessão.",
  },
  "code.unknown_kind": {
    es: "Este tipo de actividad no existe.",
    en: "There is no such kind of activity.",
    pt: "Este tipo de atividade não existe.",
  },
  "code.invalid_entry": {
    es: "El texto está vacío o es demasiado largo.",
    en: "The text is empty or too long.",
    pt: "O texto está vazio ou é longo demais.",
  },
  "code.invalid_ballot": {
    es: "La respuesta no se ajusta a la pregunta. Revísela y envíela de nuevo.",
    en: "The answer does not fit the question. Check it and send it again.",
    pt: "A resposta não se ajusta à pergunta. Revise-a e envie de novo.",
  },
  "code.invalid_setup": {
    es: "Falta algo o no encaja en la pregunta. Revise los campos.",
    en: "Something in the question is missing or does not fit. Check the fields.",
    pt: "Falta algo ou não se ajusta na pergunta. Revise os campos.",
  },
  "code.invalid_command": {
    es: "Hay un campo que no se entiende. Revíselo.",
    en: "One of the fields cannot be read. Check it.",
    pt: "Há um campo que não se entende. Revise-o.",
  },
  "code.id_used": {
    es: "Esta respuesta no se pudo distinguir de otra; envíela de nuevo.",
    en: "This answer could not be told from another; send it again.",
    pt: "Esta resposta não pôde ser distinguida de outra; envie-a de novo.",
  },
  "code.taken": {
    es: "Eso ya está ocupado.",
    en: "That is already taken.",
    pt: "Isso já está ocupado.",
  },
  "code.delegation_full": {
    es: "Todos los puestos de esta delegación están ocupados. La secretaría puede liberar uno o añadir otro.",
    en: "All seats of this delegation are taken. The secretariat can release one or add another.",
    pt: "Todos os lugares desta delegação estão ocupados. A secretaria pode liberar um ou acrescentar outro.",
  },
  "code.card_needed": {
    es: "En esta reunión se entra con la tarjeta de la delegación. Escanee su QR o pídala a la secretaría.",
    en: "In this meeting people come in with their delegation's card. Scan its QR or ask the secretariat.",
    pt: "Nesta reunião entra-se com o cartão da delegação. Escaneie o QR ou peça-o à secretaria.",
  },
  "code.stale": {
    es: "Entretanto algo cambió. Mire cómo está ahora y repita si hace falta.",
    en: "Something has changed meanwhile. Look how it stands now and repeat if needed.",
    pt: "Algo mudou entretanto. Veja como está agora e repita se for preciso.",
  },
  "code.not_sealed": {
    es: "Todavía se está contando o hay una ronda sin cerrar.",
    en: "It is still being counted, or a round is not closed.",
    pt: "Ainda se está contando ou há uma rodada sem encerrar.",
  },
  "code.session_running": {
    es: "Hay una actividad abierta. Ciérrela primero.",
    en: "An activity is open. Close it first.",
    pt: "Há uma atividade aberta. Encerre-a primeiro.",
  },
  "code.session_not_running": {
    es: "La sesión no está en curso.",
    en: "The session is not running.",
    pt: "A sessão não está em andamento.",
  },
  "code.meeting_closed": {
    es: "La reunión está cerrada. Si necesita algo, acuda a la secretaría.",
    en: "The meeting is closed. If you need something, ask the secretariat.",
    pt: "A reunião está encerrada. Se precisar de algo, procure a secretaria.",
  },
  "code.too_many": {
    es: "Se alcanzó el máximo permitido.",
    en: "The limit has been reached.",
    pt: "O limite foi alcançado.",
  },
  "code.unknown": {
    es: "El servidor no ha podido confirmarlo. Vuelva a intentarlo.",
    en: "The server could not confirm it. Try again.",
    pt: "O servidor não pôde confirmar. Tente de novo.",
  },
  "turnout.delegations.one": {
    es: "{n} de {of} delegaciones ha votado",
    en: "{n} of {of} delegations has voted",
    pt: "{n} de {of} delegações votou",
  },
  "turnout.delegations.other": {
    es: "{n} de {of} delegaciones han votado",
    en: "{n} of {of} delegations have voted",
    pt: "{n} de {of} delegações votaram",
  },
  "turnout.written.one": {
    es: "{n} de {of} delegaciones ha escrito",
    en: "{n} of {of} delegations has written",
    pt: "{n} de {of} delegações escreveu",
  },
  "turnout.written.other": {
    es: "{n} de {of} delegaciones han escrito",
    en: "{n} of {of} delegations have written",
    pt: "{n} de {of} delegações escreveram",
  },
  "turnout.person": {
    es: "{n} de {of} persona",
    en: "{n} of {of} person",
    pt: "{n} de {of} pessoa",
  },
  "turnout.people": {
    es: "{n} de {of} personas",
    en: "{n} of {of} people",
    pt: "{n} de {of} pessoas",
  },
  "turnout.apart.one": {
    es: "{n} persona vota en papel o a mano alzada",
    en: "{n} person votes on paper or by show of hands",
    pt: "{n} pessoa vota em papel ou de mão levantada",
  },
  "turnout.apart.other": {
    es: "{n} personas votan en papel o a mano alzada",
    en: "{n} people vote on paper or by show of hands",
    pt: "{n} pessoas votam em papel ou de mão levantada",
  },
  "time.left": { es: "Quedan {time}", en: "{time} left", pt: "Restam {time}" },
  "time.near": {
    es: "Quedan {n} segundos",
    en: "{n} seconds left",
    pt: "Restam {n} segundos",
  },
  "time.over": { es: "Tiempo cumplido", en: "Time is up", pt: "Tempo esgotado" },
  "receipt.sending": { es: "Enviando", en: "Sending", pt: "Enviando" },
  "receipt.kept": {
    es: "Guardado en este teléfono",
    en: "Kept on this phone",
    pt: "Guardado neste telefone",
  },
  "receipt.received": { es: "Recibido", en: "Received", pt: "Recebido" },
  "receipt.counted.shared": {
    es: "La papeleta de su delegación está contada",
    en: "Your delegation’s ballot is counted",
    pt: "A cédula da sua delegação está contada",
  },
  "receipt.counted": {
    es: "Su voto está contado",
    en: "Your vote is counted",
    pt: "Seu voto está contado",
  },
  "result.wrote.one": {
    es: "Escribió {n} persona",
    en: "{n} person wrote",
    pt: "Escreveu {n} pessoa",
  },
  "result.wrote.other": {
    es: "Escribieron {n} personas",
    en: "{n} people wrote",
    pt: "Escreveram {n} pessoas",
  },
  "result.made": { es: "Cómo se hizo", en: "How it was made", pt: "Como se fez" },
  "result.how": { es: "Cómo se contó", en: "How it was counted", pt: "Como se contou" },
  "result.people.one": { es: "Votó {n} persona", en: "{n} person voted", pt: "Votou {n} pessoa" },
  "result.people.other": {
    es: "Votaron {n} personas",
    en: "{n} people voted",
    pt: "Votaram {n} pessoas",
  },
  "result.delegations.one": {
    es: "de {n} delegación",
    en: "of {n} delegation",
    pt: "de {n} delegação",
  },
  "result.delegations.other": {
    es: "de {n} delegaciones",
    en: "of {n} delegations",
    pt: "de {n} delegações",
  },
  "result.abstained": {
    es: "Abstención: {count}",
    en: "Abstention: {count}",
    pt: "Abstenção: {count}",
  },
  "result.not_applicable": {
    es: "No aplica: {count}",
    en: "Not applicable: {count}",
    pt: "Não se aplica: {count}",
  },
  "result.source.phone": {
    es: "{count} por teléfono",
    en: "{count} by phone",
    pt: "{count} por telefone",
  },
  "result.source.paper": { es: "{count} en papel", en: "{count} on paper", pt: "{count} em papel" },
  "result.source.hands": {
    es: "{count} a mano alzada",
    en: "{count} by show of hands",
    pt: "{count} de mão levantada",
  },
  "result.shared.one": {
    es: "Votó {n} delegación",
    en: "{n} delegation voted",
    pt: "Votou {n} delegação",
  },
  "result.shared.other": {
    es: "Votaron {n} delegaciones",
    en: "{n} delegations voted",
    pt: "Votaram {n} delegações",
  },
  "result.own": { es: "su voto", en: "your vote", pt: "seu voto" },
  "method.title": {
    es: "Cómo se cuenta (ficha metodológica)",
    en: "How it is counted (method card)",
    pt: "Como se conta (ficha metodológica)",
  },
  "session.pause": { es: "Pausa", en: "Break", pt: "Pausa" },
  "session.back": { es: "Volvemos a las {time}", en: "Back at {time}", pt: "Voltamos às {time}" },
  "session.next": {
    es: "Después: {title}, {time}",
    en: "Next: {title}, {time}",
    pt: "Depois: {title}, {time}",
  },
  "session.next_day": {
    es: "Después: {title}, {day} a las {time}",
    en: "Next: {title}, {day} at {time}",
    pt: "Depois: {title}, {day} às {time}",
  },
  "table.name": { es: "Mesa {number}", en: "Table {number}", pt: "Mesa {number}" },
  "table.plenary": { es: "Plenaria", en: "Plenary", pt: "Plenária" },
  language: { es: "Idioma", en: "Language", pt: "Idioma" },
  "regime.open": { es: "Sesión abierta", en: "Open session", pt: "Sessão aberta" },
  "regime.attributable": {
    es: "Atribuible por delegación",
    en: "Attributable by delegation",
    pt: "Atribuível por delegação",
  },
  "regime.chatham_house": {
    es: "Sin atribución (Regla de Chatham House)",
    en: "Non-attribution (Chatham House Rule)",
    pt: "Sem atribuição (Regra de Chatham House)",
  },
  "regime.reserved": { es: "Sesión reservada", en: "Reserved session", pt: "Sessão reservada" },
});
