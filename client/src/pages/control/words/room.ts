/* The room, its tables, messages and screen. */
import { register } from "../../../i18n";

register({
  "control.room.delegations": {
    es: "{count} de {of} delegaciones",
    en: "{count} of {of} delegations",
    pt: "{count} de {of} delegações",
  },
  "control.room.people.one": {
    es: "{n} persona conectada",
    en: "{n} person connected",
    pt: "{n} pessoa conectada",
  },
  "control.room.people.other": {
    es: "{n} personas conectadas",
    en: "{n} people connected",
    pt: "{n} pessoas conectadas",
  },
  "control.room.no_screen": {
    es: "Ninguna pantalla de sala conectada.",
    en: "No room screen is connected.",
    pt: "Nenhuma tela de sala conectada.",
  },
  "control.room.observers": { es: "Observadores", en: "Observers", pt: "Observadores" },
  "control.room.here": {
    es: "{here} de {seats}",
    en: "{here} of {seats}",
    pt: "{here} de {seats}",
  },
  "control.room.taken": {
    es: "Puestos ocupados: {taken} de {seats}",
    en: "Seats taken: {taken} of {seats}",
    pt: "Lugares ocupados: {taken} de {seats}",
  },
  "control.room.seat": { es: "Puesto {number}", en: "Seat {number}", pt: "Lugar {number}" },
  "control.room.head": {
    es: "Puesto {number}, jefatura",
    en: "Seat {number}, head",
    pt: "Lugar {number}, chefia",
  },
  "control.room.state.free": { es: "Libre", en: "Free", pt: "Livre" },
  "control.room.state.here": { es: "Conectado", en: "Connected", pt: "Conectado" },
  "control.room.state.away": { es: "Sin conexión", en: "Not connected", pt: "Sem conexão" },
  "control.room.add_seat": { es: "Añadir puesto", en: "Add a seat", pt: "Acrescentar lugar" },
  "control.room.release": { es: "Liberar", en: "Release", pt: "Liberar" },
  "control.room.release.title": {
    es: "Liberar: {delegation}, {seat}",
    en: "Release: {delegation}, {seat}",
    pt: "Liberar: {delegation}, {seat}",
  },
  "control.room.release.text": {
    es: "Quien lo ocupa sale de la reunión y otra persona puede tomarlo. Los votos ya emitidos se conservan.",
    en: "Whoever holds it leaves the meeting and somebody else can take it. Votes already cast are kept.",
    pt: "Quem o ocupa sai da reunião e outra pessoa pode tomá-lo. Os votos já emitidos são conservados.",
  },
  "control.room.add_delegation": {
    es: "Añadir delegación",
    en: "Add a delegation",
    pt: "Acrescentar delegação",
  },
  "control.room.add_delegation.send": { es: "Añadir", en: "Add", pt: "Acrescentar" },
  "control.room.name": { es: "Nombre", en: "Name", pt: "Nome" },
  "control.room.kind": { es: "Tipo", en: "Type", pt: "Tipo" },
  "control.room.kind.state": { es: "Estado", en: "State", pt: "Estado" },
  "control.room.kind.organisation": {
    es: "Organización (observa)",
    en: "Organisation (observes)",
    pt: "Organização (observa)",
  },
  "control.room.seats": { es: "Puestos", en: "Seats", pt: "Lugares" },
  "control.tables.none": {
    es: "No hay ninguna sesión en curso. Las mesas aparecen cuando empieza una sesión de mesas.",
    en: "No session is running. Tables appear when a session of tables starts.",
    pt: "Nenhuma sessão em andamento. As mesas aparecem quando começa uma sessão de mesas.",
  },
  "control.tables.plenary": {
    es: "La sesión en curso es plenaria: no hay mesas.",
    en: "The session that runs is a plenary: there are no tables.",
    pt: "A sessão em andamento é plenária: não há mesas.",
  },
  "control.tables.rotation": {
    es: "Rotaciones: {count} de {of}, cada {minutes} min",
    en: "Rotations: {count} of {of}, every {minutes} min",
    pt: "Rotações: {count} de {of}, a cada {minutes} min",
  },
  "control.tables.rotation.free": {
    es: "Rotaciones: {count} (ninguna prevista)",
    en: "Rotations: {count} (none planned)",
    pt: "Rotações: {count} (nenhuma prevista)",
  },
  "control.tables.rotate": {
    es: "Rotar a la mesa siguiente",
    en: "Move all to the next table",
    pt: "Passar todos à próxima mesa",
  },
  "control.tables.people.one": { es: "{n} persona", en: "{n} person", pt: "{n} pessoa" },
  "control.tables.people.other": { es: "{n} personas", en: "{n} people", pt: "{n} pessoas" },
  "control.tables.free.show.one": {
    es: "Ver {n} puesto libre",
    en: "Show {n} free seat",
    pt: "Ver {n} lugar livre",
  },
  "control.tables.free.show.other": {
    es: "Ver {n} puestos libres",
    en: "Show {n} free seats",
    pt: "Ver {n} lugares livres",
  },
  "control.tables.free.hide": {
    es: "Ocultar puestos libres",
    en: "Hide free seats",
    pt: "Ocultar lugares livres",
  },
  "control.tables.move": { es: "Mesa de {seat}", en: "Table of {seat}", pt: "Mesa de {seat}" },
  "control.message.write": {
    es: "Mensaje para la pantalla y los teléfonos",
    en: "Message for the screen and phones",
    pt: "Mensagem para a tela e os telefones",
  },
  "control.message.count": {
    es: "{count} de {of} caracteres",
    en: "{count} of {of} characters",
    pt: "{count} de {of} caracteres",
  },
  "control.message.send": { es: "Enviar", en: "Send", pt: "Enviar" },
  "control.message.clear": {
    es: "Retirar el mensaje",
    en: "Clear the message",
    pt: "Retirar a mensagem",
  },
  "control.message.since": {
    es: "Visible desde las {time}",
    en: "Shown since {time}",
    pt: "Visível desde {time}",
  },
  "control.message.ready": { es: "Mensajes listos", en: "Ready messages", pt: "Mensagens prontas" },
  "control.screen.title": {
    es: "Pantalla de la sala",
    en: "The room's screen",
    pt: "Tela da sala",
  },
  "control.screen.shows": { es: "Pantalla", en: "Screen", pt: "Tela" },
  "control.screen.auto": {
    es: "Según la sesión",
    en: "As the session goes",
    pt: "Conforme a sessão",
  },
  "control.screen.join": { es: "QR de entrada", en: "Join QR", pt: "QR de entrada" },
  "control.screen.blank": { es: "En reposo", en: "At rest", pt: "Em repouso" },
  "control.screen.movement": {
    es: "Cambio entre rondas: {title}",
    en: "Change between rounds: {title}",
    pt: "Mudança entre rodadas: {title}",
  },
  "control.screen.outcomes": {
    es: "Resultados revelados",
    en: "Revealed results",
    pt: "Resultados revelados",
  },
  "control.screen.notes": { es: "Notas: {title}", en: "Notes: {title}", pt: "Notas: {title}" },
  "control.screen.notes.all": { es: "Todas las mesas", en: "All tables", pt: "Todas as mesas" },
  "control.screen.held.join": {
    es: "La pantalla se queda en el QR de entrada",
    en: "The screen stays on the join QR",
    pt: "A tela permanece no QR de entrada",
  },
  "control.screen.held.blank": {
    es: "La pantalla se queda en reposo",
    en: "The screen stays at rest",
    pt: "A tela permanece em repouso",
  },
  "control.screen.held.outcome": {
    es: "La pantalla se queda en un resultado",
    en: "The screen stays on a result",
    pt: "A tela permanece em um resultado",
  },
  "control.screen.held.notes": {
    es: "La pantalla se queda en las notas",
    en: "The screen stays on the notes",
    pt: "A tela permanece nas notas",
  },
  "control.screen.back": {
    es: "Volver a la sesión",
    en: "Back to the session",
    pt: "Voltar à sessão",
  },
  "control.screen.now": { es: "Ahora", en: "Now", pt: "Agora" },
  "control.screen.next": {
    es: "Con el siguiente paso",
    en: "With the next step",
    pt: "Com o próximo passo",
  },
  "control.screen.covered": {
    es: "El resultado de «{title}», cubierto aquí hasta que se revele",
    en: "The result of “{title}”, covered here until it is revealed",
    pt: "O resultado de «{title}», coberto aqui até que seja revelado",
  },
});
