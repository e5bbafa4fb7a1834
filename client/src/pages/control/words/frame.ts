/* The page, its questions and what it refuses. */
import { register } from "../../../i18n";

register({
  "control.panes": { es: "Partes de la página", en: "Parts of the page", pt: "Partes da página" },
  "control.pane.now": { es: "Ahora", en: "Now", pt: "Agora" },
  "control.pane.sheet": { es: "Programa", en: "Programme", pt: "Programa" },
  "control.pane.room": { es: "Sala", en: "Room", pt: "Sala" },
  "control.tab.people": { es: "Sala", en: "Room", pt: "Sala" },
  "control.tab.tables": { es: "Mesas", en: "Tables", pt: "Mesas" },
  "control.tab.messages": { es: "Mensajes", en: "Messages", pt: "Mensagens" },
  "control.links": { es: "Enlaces", en: "Links", pt: "Links" },
  "control.join": { es: "QR de entrada", en: "Join QR", pt: "QR de entrada" },
  "control.join.alt": {
    es: "Código QR para entrar en la reunión",
    en: "QR code to join the meeting",
    pt: "Código QR para entrar na reunião",
  },
  "control.screen": { es: "Pantalla", en: "Screen", pt: "Tela" },
  "control.report": { es: "Informe", en: "Report", pt: "Relatório" },
  "control.end": { es: "Cerrar la reunión", en: "Close the meeting", pt: "Encerrar a reunião" },
  "control.close": { es: "Cerrar", en: "Close", pt: "Fechar" },
  "control.cancel": { es: "Cancelar", en: "Cancel", pt: "Cancelar" },
  "control.save": { es: "Guardar", en: "Save", pt: "Guardar" },
  "control.desks.other": {
    es: "{n} páginas de control abiertas",
    en: "{n} control pages open",
    pt: "{n} páginas de controle abertas",
  },
  "control.desks.one": {
    es: "{n} página de control abierta",
    en: "{n} control page open",
    pt: "{n} página de controle aberta",
  },
  "control.offline": {
    es: "Sin conexión con el servidor. Se intenta de nuevo solo; nada avanza entretanto.",
    en: "No connection to the server. It keeps trying; nothing moves on meanwhile.",
    pt: "Sem conexão com o servidor. Tenta-se de novo automaticamente; nada avança enquanto isso.",
  },
  "control.closed": {
    es: "La reunión está cerrada. El informe y sus exportaciones siguen disponibles.",
    en: "The meeting is closed. The report and its exports remain available.",
    pt: "A reunião está encerrada. O relatório e suas exportações continuam disponíveis.",
  },
  "control.elsewhere": {
    es: "Está viendo otra parte del programa.",
    en: "You are looking at another part of the programme.",
    pt: "Você está vendo outra parte do programa.",
  },
  "control.follow": { es: "Volver a lo actual", en: "Back to the present", pt: "Voltar ao atual" },
  "control.more": { es: "Más opciones", en: "More options", pt: "Mais opções" },
  "control.less": { es: "Plegar", en: "Fold", pt: "Recolher" },
  "control.next": { es: "Siguiente paso", en: "Next step", pt: "Próximo passo" },
  "control.ask.type": {
    es: "Escriba {word} para confirmar",
    en: "Type {word} to confirm",
    pt: "Escreva {word} para confirmar",
  },
  "control.ask.seal": {
    es: "Cerrar y sellar «{title}»",
    en: "Close and seal “{title}”",
    pt: "Encerrar e selar «{title}»",
  },
  "control.ask.seal.text": {
    es: "Al cerrar no se admiten más votos, y las papeletas secretas se mezclan y se separan de quien las emitió. No se puede deshacer; solo abrir otra ronda.",
    en: "On closing no more votes are accepted, and the secret ballots are shuffled and cut from their voters. This cannot be undone; only another round can be opened.",
    pt: "Ao encerrar não se aceitam mais votos, e as cédulas secretas são misturadas e separadas de quem votou. Não pode ser desfeito; só abrir outra rodada.",
  },
  "control.ask.seal.few": {
    es: "Han votado tan pocas delegaciones que el resultado dirá qué votó cada una: puede dejarla abierta y dar más tiempo.",
    en: "So few delegations have voted that the outcome will tell how each did: you can leave it open and give more time.",
    pt: "Votaram tão poucas delegações que o resultado dirá como votou cada uma: pode deixá-la aberta e dar mais tempo.",
  },
  "control.ask.seal.confirm": {
    es: "Cerrar y sellar",
    en: "Close and seal",
    pt: "Encerrar e selar",
  },
  "control.ask.seal.cancel": { es: "Dejar abierta", en: "Leave it open", pt: "Deixar aberta" },
  "control.ask.end": {
    es: "Cerrar la reunión para todos",
    en: "Close the meeting for everybody",
    pt: "Encerrar a reunião para todos",
  },
  "control.ask.end.text": {
    es: "Los teléfonos dejan de admitir votos y notas, y la reunión no se puede volver a abrir. El informe sigue disponible.",
    en: "Phones no longer accept votes or notes, and the meeting cannot be opened again. The report remains available.",
    pt: "Os telefones deixam de aceitar votos e notas, e a reunião não pode ser reaberta. O relatório continua disponível.",
  },
  "control.ask.end.confirm": {
    es: "Cerrar la reunión",
    en: "Close the meeting",
    pt: "Encerrar a reunião",
  },
  "control.ask.end.word": { es: "CERRAR", en: "CLOSE", pt: "ENCERRAR" },
  "control.refused": {
    es: "No se hizo: {what}.",
    en: "Not done: {what}.",
    pt: "Não foi feito: {what}.",
  },
  "control.refused.read": { es: "Entendido", en: "Understood", pt: "Entendido" },
  "control.refused.stale": {
    es: "Entretanto algo cambió.",
    en: "Something has changed meanwhile.",
    pt: "Algo mudou entretanto.",
  },
  "control.refused.wrong_round": {
    es: "Entretanto cambió la ronda.",
    en: "The round has changed meanwhile.",
    pt: "A rodada mudou entretanto.",
  },
  "control.refused.closed": {
    es: "La ronda ya está cerrada.",
    en: "The round is already closed.",
    pt: "A rodada já está encerrada.",
  },
  "control.refused.not_open": {
    es: "No está en la fase que hace falta.",
    en: "It is not in the phase that is needed.",
    pt: "Não está na fase necessária.",
  },
  "control.refused.session_not_running": {
    es: "Su sesión no está en curso: empiece la sesión primero.",
    en: "Its session is not running: start the session first.",
    pt: "Sua sessão não está em andamento: inicie a sessão primeiro.",
  },
  "control.refused.add_time.wrong_round": {
    es: "Entretanto empezó otra ronda; el tiempo no se añadió.",
    en: "Another round began meanwhile; no time was added.",
    pt: "Outra rodada começou entretanto; o tempo não foi acrescentado.",
  },
  "control.refused.rotate_tables.stale": {
    es: "Otra persona ya rotó las mesas.",
    en: "Somebody else has already rotated the tables.",
    pt: "Outra pessoa já girou as mesas.",
  },
  "control.refused.edit_session.stale": {
    es: "La sesión ya empezó: su régimen solo puede hacerse más estricto, y sus mesas solo pueden aumentar.",
    en: "The session has begun: its regime can only become stricter and its tables can only grow.",
    pt: "A sessão já começou: seu regime só pode ficar mais estrito e suas mesas só podem aumentar.",
  },
  "control.refused.edit_activity.stale": {
    es: "Ya se abrió: solo pueden cambiar el título y el tiempo.",
    en: "It has been opened: only title and time can change.",
    pt: "Já foi aberta: só podem mudar o título e o tempo.",
  },
  "control.refused.open_activity.stale": {
    es: "Hay otra votación abierta, o esta ya se abrió.",
    en: "Another vote is open, or this one has been opened.",
    pt: "Há outra votação aberta, ou esta já foi aberta.",
  },
  "control.refused.skip_activity.stale": {
    es: "Ya se abrió y no se puede omitir.",
    en: "It has been opened and cannot be skipped.",
    pt: "Já foi aberta e não pode ser omitida.",
  },
  "control.refused.skip_session.stale": {
    es: "Ya empezó y no se puede omitir.",
    en: "It has begun and cannot be skipped.",
    pt: "Já começou e não pode ser omitida.",
  },
  "control.refused.add_activity.stale": {
    es: "La sesión ya terminó.",
    en: "The session has ended.",
    pt: "A sessão já terminou.",
  },
  "control.refused.move_activity.stale": {
    es: "Lo que ya se abrió se queda en su sesión.",
    en: "What has been opened stays in its session.",
    pt: "O que já foi aberto fica em sua sessão.",
  },
  "control.stands": {
    es: "Ahora {title}: {phase}.",
    en: "Now {title}: {phase}.",
    pt: "Agora {title}: {phase}.",
  },
  "control.stands.round": {
    es: "Ahora {title}: {phase}, ronda {round}.",
    en: "Now {title}: {phase}, round {round}.",
    pt: "Agora {title}: {phase}, rodada {round}.",
  },
  "control.stands.rotation": {
    es: "Rotaciones hechas en {title}: {count}.",
    en: "Rotations made in {title}: {count}.",
    pt: "Rotações feitas em {title}: {count}.",
  },
  "control.stands.gone": {
    es: "La actividad ya no existe.",
    en: "The activity is no longer there.",
    pt: "A atividade já não existe.",
  },
});
