import { register } from "../i18n";

register({
  "entries.write": { es: "Escriba una idea", en: "Write an idea", pt: "Escreva uma ideia" },
  "entries.count": {
    es: "{n} de {of} caracteres",
    en: "{n} of {of} characters",
    pt: "{n} de {of} caracteres",
  },
  "entries.left": {
    es: "Puede enviar {n} más",
    en: "You may send {n} more",
    pt: "Pode enviar mais {n}",
  },
  "entries.none_left": {
    es: "Ya envió todas las ideas que puede enviar. Puede cambiarlas o retirarlas.",
    en: "You have sent as many ideas as you may. You can change them or take them back.",
    pt: "Já enviou todas as ideias que pode enviar. Pode alterá-las ou retirá-las.",
  },
  "entries.own": { es: "Sus ideas", en: "Your ideas", pt: "Suas ideias" },
  "entries.own.none": {
    es: "Aquí verá lo que envíe y qué pasa con cada idea.",
    en: "What you send will be listed here, with what becomes of it.",
    pt: "Aqui verá o que enviar e o que acontece com cada ideia.",
  },
  "entries.edit": { es: "Cambiar", en: "Change", pt: "Alterar" },
  "entries.withdraw": { es: "Retirar", en: "Take back", pt: "Retirar" },
  "entries.save": { es: "Guardar", en: "Save", pt: "Salvar" },
  "entries.cancel": { es: "Cancelar", en: "Cancel", pt: "Cancelar" },
  "entries.closed": {
    es: "Ya no se escribe. La moderación ordena las ideas; aquí verá qué pasa con las suyas.",
    en: "Writing is over. The moderator is putting the ideas in order; you will see here what becomes of yours.",
    pt: "A escrita terminou. A moderação organiza as ideias; aqui verá o que acontece com as suas.",
  },
  "entries.unsent": {
    es: "Se cerró antes de que lo enviara, y no está en la lista:",
    en: "It was closed before you sent this, and it is not on the list:",
    pt: "Encerrou-se antes do envio, e isto não está na lista:",
  },
  "entries.state.kept": {
    es: "Guardada en este teléfono; se enviará sola",
    en: "Kept on this phone; it will be sent by itself",
    pt: "Guardada neste telefone; será enviada sozinha",
  },
  "entries.state.sending": { es: "Enviando…", en: "Sending…", pt: "Enviando…" },
  "entries.state.refused": { es: "No se recibió", en: "Not received", pt: "Não foi recebida" },
  "entries.state.waiting": {
    es: "Recibida; espera la aprobación de la moderación",
    en: "Received; waits for the moderator’s approval",
    pt: "Recebida; aguarda a aprovação da moderação",
  },
  "entries.state.shown": { es: "Recibida", en: "Received", pt: "Recebida" },
  "entries.state.listed": { es: "En la lista", en: "On the list", pt: "Na lista" },
  "entries.state.hidden": {
    es: "La moderación la dejó fuera de la lista",
    en: "The moderator left it off the list",
    pt: "A moderação deixou-a fora da lista",
  },
  "entries.state.merged": {
    es: "La moderación la unió con otras",
    en: "The moderator joined it with others",
    pt: "A moderação uniu-a a outras",
  },
  "entries.state.split": {
    es: "La moderación la separó",
    en: "The moderator split it",
    pt: "A moderação separou-a",
  },
  "entries.state.reworded": {
    es: "La moderación aclaró la redacción",
    en: "The moderator clarified the wording",
    pt: "A moderação esclareceu a redação",
  },
  "entries.became": { es: "Ahora dice", en: "It now reads", pt: "Agora diz" },
  "entries.wrote": { es: "Usted escribió", en: "You wrote", pt: "Você escreveu" },
  "entries.object": { es: "No estoy de acuerdo", en: "I do not agree", pt: "Não concordo" },
  "entries.object.why": {
    es: "Por qué (opcional)",
    en: "Why (optional)",
    pt: "Por quê (opcional)",
  },
  "entries.object.send": { es: "Enviar objeción", en: "Send objection", pt: "Enviar objeção" },
  "entries.objected": {
    es: "La moderación recibió su objeción",
    en: "The moderator has your objection",
    pt: "A moderação recebeu sua objeção",
  },
  "entries.secret": {
    es: "Nadie en la sala, la moderación ni la secretaría ve quién escribió cada idea. Quien administra el servidor podría averiguarlo mientras la reunión exista.",
    en: "Nobody in the room, neither moderator nor secretariat, sees who wrote which idea. Whoever runs the server could find out for as long as the meeting exists.",
    pt: "Ninguém na sala, nem a moderação nem a secretaria, vê quem escreveu cada ideia. Quem administra o servidor poderia descobrir enquanto a reunião existir.",
  },
  "entries.named": {
    es: "La moderación ve qué delegación escribió cada idea.",
    en: "The moderator sees which delegation wrote which idea.",
    pt: "A moderação vê qual delegação escreveu cada ideia.",
  },
});
