/* How far a note may travel: what rapporteurs ask and move, and what led there. */
import { register } from "../i18n";

register({
  "agreement.open": { es: "Confidencialidad", en: "Confidentiality", pt: "Confidencialidade" },
  "agreement.now": {
    es: "Hoy rige: {regime}",
    en: "In force now: {regime}",
    pt: "Vigora hoje: {regime}",
  },
  "agreement.of_session": {
    es: "Es el régimen de su sesión.",
    en: "It is the regime of its session.",
    pt: "É o regime da sua sessão.",
  },
  "agreement.of_note": {
    es: "Se acordó para esta nota; en su sesión rige: {regime}.",
    en: "It was agreed for this note; in its session: {regime}.",
    pt: "Foi acordado para esta nota; na sua sessão vigora: {regime}.",
  },
  "agreement.marked": {
    es: "Esta nota: {regime}",
    en: "This note: {regime}",
    pt: "Esta nota: {regime}",
  },
  "agreement.waits": {
    es: "Se pidió: {regime}. Falta que una delegación de la mesa lo acepte en su teléfono o que la mesa valide otra vez sus notas.",
    en: "Asked for: {regime}. It takes one delegation of the table to agree on its phone, or the table to validate its notes again.",
    pt: "Foi pedido: {regime}. Falta que uma delegação da mesa aceite no telefone ou que a mesa valide de novo suas notas.",
  },
  "agreement.waits_short": {
    es: "pedido: {regime}",
    en: "asked: {regime}",
    pt: "pedido: {regime}",
  },
  "agreement.with_validation": {
    es: "Al validar, pasarán al régimen pedido: {codes}.",
    en: "Validating moves to the regime asked for: {codes}.",
    pt: "Ao validar, passarão ao regime pedido: {codes}.",
  },
  "agreement.withdraw": {
    es: "Retirar la petición",
    en: "Withdraw the request",
    pt: "Retirar o pedido",
  },
  "agreement.choose": {
    es: "Régimen de esta nota",
    en: "Regime of this note",
    pt: "Regime desta nota",
  },
  "agreement.regime.open": { es: "Abierta", en: "Open", pt: "Aberta" },
  "agreement.regime.attributable": {
    es: "Atribuible a la delegación",
    en: "Attributable to the delegation",
    pt: "Atribuível à delegação",
  },
  "agreement.regime.chatham_house": {
    es: "Sin atribución",
    en: "Without attribution",
    pt: "Sem atribuição",
  },
  "agreement.regime.reserved": { es: "Reservada", en: "Reserved", pt: "Reservada" },
  "agreement.means.open": {
    es: "El informe la dice con el nombre de quien aceptó; puede publicarse.",
    en: "The report tells it with the name of who agreed; it may be published.",
    pt: "O relatório a diz com o nome de quem aceitou; pode ser publicada.",
  },
  "agreement.means.attributable": {
    es: "El informe la dice con el nombre de la delegación que aceptó.",
    en: "The report tells it with the name of the delegation that agreed.",
    pt: "O relatório a diz com o nome da delegação que aceitou.",
  },
  "agreement.means.chatham_house": {
    es: "El informe la dice sin nombrar a nadie.",
    en: "The report tells it and names nobody.",
    pt: "O relatório a diz sem nomear ninguém.",
  },
  "agreement.means.reserved": {
    es: "No sale de su mesa: en otras partes solo se ve su código.",
    en: "It does not leave its table: elsewhere only its code shows.",
    pt: "Não sai da sua mesa: em outras partes só se vê o código.",
  },
  "agreement.stricter": {
    es: "Más estricto: rige al momento.",
    en: "Stricter: in force at once.",
    pt: "Mais estrito: vigora na hora.",
  },
  "agreement.agreed_to": {
    es: "Una delegación ya lo aceptó: rige al momento.",
    en: "A delegation has agreed to it: in force at once.",
    pt: "Uma delegação já aceitou: vigora na hora.",
  },
  "agreement.looser": {
    es: "Más abierto: se pregunta a las delegaciones que estuvieron en la mesa. Rige cuando una lo acepta en su teléfono o cuando la mesa valida otra vez.",
    en: "Looser: the delegations that sat at the table are asked. In force once one agrees on its phone, or the table validates again.",
    pt: "Mais aberto: pergunta-se às delegações que estiveram na mesa. Vigora quando uma aceita no telefone ou quando a mesa valida de novo.",
  },
  "agreement.move": { es: "Mover", en: "Move", pt: "Mover" },
  "agreement.ask": {
    es: "Pedir que se pueda citar",
    en: "Ask to be able to quote it",
    pt: "Pedir para poder citar",
  },
  "agreement.agreed.one": {
    es: "{n} delegación aceptó ser citada.",
    en: "{n} delegation agreed to be quoted.",
    pt: "{n} delegação aceitou ser citada.",
  },
  "agreement.agreed.other": {
    es: "{n} delegaciones aceptaron ser citadas.",
    en: "{n} delegations agreed to be quoted.",
    pt: "{n} delegações aceitaram ser citadas.",
  },
  "agreement.declined.one": {
    es: "{n} no lo aceptó.",
    en: "{n} did not agree.",
    pt: "{n} não aceitou.",
  },
  "agreement.declined.other": {
    es: "{n} no lo aceptaron.",
    en: "{n} did not agree.",
    pt: "{n} não aceitaram.",
  },
  "agreement.steps": { es: "Registro", en: "Record", pt: "Registro" },
  "agreement.withheld": {
    es: "Nota reservada: su contenido no se muestra.",
    en: "Reserved note: its content is not shown.",
    pt: "Nota reservada: o conteúdo não é mostrado.",
  },
  "agreement.not_recorded": {
    es: "La nota ya no está en el registro de su mesa.",
    en: "The note is no longer in its table’s record.",
    pt: "A nota já não está no registro da sua mesa.",
  },
  "agreement.step.asked": {
    es: "{who} pidió: {regime}",
    en: "{who} asked for: {regime}",
    pt: "{who} pediu: {regime}",
  },
  "agreement.step.set": {
    es: "{who} la movió a: {regime}",
    en: "{who} moved it to: {regime}",
    pt: "{who} a moveu para: {regime}",
  },
  "agreement.step.set_by_consent": {
    es: "Pasó a regir: {regime}",
    en: "Came into force: {regime}",
    pt: "Passou a vigorar: {regime}",
  },
  "agreement.step.agreed": {
    es: "{who} aceptó ser citada: {regime}",
    en: "{who} agreed to be quoted: {regime}",
    pt: "{who} aceitou ser citada: {regime}",
  },
  "agreement.step.declined": {
    es: "Una delegación no lo aceptó: {regime}",
    en: "A delegation did not agree: {regime}",
    pt: "Uma delegação não aceitou: {regime}",
  },
  "agreement.step.taken_back": {
    es: "{who} retiró su consentimiento",
    en: "{who} took its consent back",
    pt: "{who} retirou seu consentimento",
  },
  "agreement.step.validated": {
    es: "La mesa validó sus notas: rige {regime}",
    en: "The table validated its notes: in force {regime}",
    pt: "A mesa validou suas notas: vigora {regime}",
  },
  "agreement.step.voided": {
    es: "Lo acordado dejó de valer: cambió el texto o la sesión se volvió más estricta",
    en: "What was agreed no longer holds: the words changed or the session became stricter",
    pt: "O acordado deixou de valer: o texto mudou ou a sessão ficou mais estrita",
  },
  "agreement.a_delegation": { es: "Una delegación", en: "A delegation", pt: "Uma delegação" },
});
