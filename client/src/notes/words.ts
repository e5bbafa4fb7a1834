import { register } from "../i18n";

register({
  "pad.reminder": {
    es: "No escriba nombres, números de expediente ni datos que permitan identificar a personas solicitantes o refugiadas.",
    en: "Do not write names, file numbers or details that could identify applicants or refugees.",
    pt: "Não escreva nomes, números de processo nem dados que permitam identificar solicitantes ou pessoas refugiadas.",
  },
  "pad.unattributed": {
    es: "Sin atribución: nadie ve quién escribe.",
    en: "Non-attribution: nobody sees who is writing.",
    pt: "Sem atribuição: ninguém vê quem escreve.",
  },
  "pad.loading": { es: "Abriendo las notas", en: "Opening the notes", pt: "Abrindo as notas" },
  "pad.saved.room": { es: "Guardado en la sala", en: "Saved in the room", pt: "Guardado na sala" },
  "pad.saved.phone": {
    es: "Guardado en este teléfono. Irá a la sala en cuanto haya conexión.",
    en: "Kept on this phone. It goes to the room as soon as there is a connection.",
    pt: "Guardado neste telefone. Irá para a sala assim que houver conexão.",
  },
  "pad.saved.computer": {
    es: "Guardado en este equipo. Irá a la sala en cuanto haya conexión.",
    en: "Kept on this computer. It goes to the room as soon as there is a connection.",
    pt: "Guardado neste computador. Irá para a sala assim que houver conexão.",
  },
  "pad.saved.page": {
    es: "Sin guardar: este navegador no permite conservarlo. No cierre esta página.",
    en: "Not saved: this browser keeps nothing. Do not close this page.",
    pt: "Não guardado: este navegador não permite conservá-lo. Não feche esta página.",
  },
  "pad.offline.phone": {
    es: "Sin conexión. Puede seguir escribiendo: queda en este teléfono.",
    en: "No connection. You may go on writing: it stays on this phone.",
    pt: "Sem conexão. Pode continuar escrevendo: fica neste telefone.",
  },
  "pad.offline.computer": {
    es: "Sin conexión. Puede seguir escribiendo: queda en este equipo.",
    en: "No connection. You may go on writing: it stays on this computer.",
    pt: "Sem conexão. Pode continuar escrevendo: fica neste computador.",
  },
  "pad.offline.read": {
    es: "Sin conexión. Lo que se lee aquí puede no ser lo último.",
    en: "No connection. What is shown here may not be the latest.",
    pt: "Sem conexão. O que se lê aqui pode não ser o mais recente.",
  },
  "pad.ended": {
    es: "Estas notas no están abiertas para usted. Si cambió de mesa, abra las de su mesa actual.",
    en: "These notes are not open to you. If you have changed tables, open those of your table now.",
    pt: "Estas notas não estão abertas para você. Se mudou de mesa, abra as da sua mesa atual.",
  },
  "pad.read_only": {
    es: "Solo lectura: las notas no están abiertas.",
    en: "Read only: the notes are not open.",
    pt: "Somente leitura: as notas não estão abertas.",
  },
  "pad.observer": {
    es: "Solo lectura: las delegaciones de la mesa escriben.",
    en: "Read only: the table’s delegations write.",
    pt: "Somente leitura: as delegações da mesa escrevem.",
  },
  "pad.rotation": {
    es: "Ronda {n} de {of}: estas notas se quedan en la mesa. Continúe lo que dejó el grupo anterior.",
    en: "Round {n} of {of}: these notes stay at the table. Go on from what the group before left.",
    pt: "Rodada {n} de {of}: estas notas ficam na mesa. Continue o que o grupo anterior deixou.",
  },
  "pad.asked_about": {
    es: "Se pregunta sobre: «{quote}»",
    en: "Asked about: “{quote}”",
    pt: "Pergunta-se sobre: «{quote}»",
  },
  "pad.empty": {
    es: "Todavía no hay notas aquí.",
    en: "There are no notes here yet.",
    pt: "Ainda não há notas aqui.",
  },
  "pad.add": { es: "Añadir", en: "Add", pt: "Acrescentar" },
  "pad.add_to": {
    es: "Añadir a: {heading}",
    en: "Add to: {heading}",
    pt: "Acrescentar a: {heading}",
  },
  "pad.entry": {
    es: "{heading}, entrada {place}",
    en: "{heading}, entry {place}",
    pt: "{heading}, entrada {place}",
  },
  "pad.options": { es: "Opciones", en: "Options", pt: "Opções" },
  "pad.up": { es: "Subir", en: "Move up", pt: "Subir" },
  "pad.down": { es: "Bajar", en: "Move down", pt: "Descer" },
  "pad.delete": { es: "Eliminar", en: "Delete", pt: "Eliminar" },
  "pad.deleted": { es: "Entrada eliminada.", en: "Entry deleted.", pt: "Entrada eliminada." },
  "pad.deleted_by_other": {
    es: "Otra persona eliminó la entrada que usted escribía.",
    en: "Somebody else deleted the entry you were writing.",
    pt: "Outra pessoa eliminou a entrada que você escrevia.",
  },
  "pad.undo": { es: "Deshacer", en: "Undo", pt: "Desfazer" },
  "pad.restore": { es: "Recuperar", en: "Bring back", pt: "Recuperar" },
  "pad.sensitive": {
    es: "Sensible: no publicar",
    en: "Sensitive: do not publish",
    pt: "Sensível: não publicar",
  },
  "pad.sensitive_means": {
    es: "No saldrá en el informe.",
    en: "It will not appear in the report.",
    pt: "Não sairá no relatório.",
  },
  "pad.validated": {
    es: "Validado por la mesa a las {time}. Lo que cambie después queda a la vista.",
    en: "Validated by the table at {time}. What changes after that stays visible.",
    pt: "Validado pela mesa às {time}. O que mudar depois fica visível.",
  },
  "pad.changes.added": {
    es: "Añadido después de la validación.",
    en: "Added after the validation.",
    pt: "Acrescentado depois da validação.",
  },
  "pad.changes.changed": {
    es: "Cambió después de la validación:",
    en: "Changed after the validation:",
    pt: "Mudou depois da validação:",
  },
  "pad.changes.gone.one": {
    es: "Una entrada validada ya no está:",
    en: "One validated entry is no longer here:",
    pt: "Uma entrada validada não está mais aqui:",
  },
  "pad.changes.gone.other": {
    es: "{n} entradas validadas ya no están:",
    en: "{n} validated entries are no longer here:",
    pt: "{n} entradas validadas não estão mais aqui:",
  },
  "pad.personal": {
    es: "Parece contener un número o un correo que identifica a alguien. Quítelo si es de un caso.",
    en: "It seems to hold a number or an e-mail address that identifies someone. Take it out if it belongs to a case.",
    pt: "Parece conter um número ou e-mail que identifica alguém. Retire-o se for de um caso.",
  },
  "pad.length": { es: "{count} caracteres", en: "{count} characters", pt: "{count} caracteres" },
  "pad.length_left.one": {
    es: "Queda {n} carácter",
    en: "{n} character left",
    pt: "Resta {n} caractere",
  },
  "pad.length_left.other": {
    es: "Quedan {n} caracteres",
    en: "{n} characters left",
    pt: "Restam {n} caracteres",
  },
  "pad.writing": { es: "Escribe: {who}", en: "Writing: {who}", pt: "Escreve: {who}" },
  "pad.someone": {
    es: "Otra persona escribe aquí",
    en: "Somebody else is writing here",
    pt: "Outra pessoa escreve aqui",
  },
  "pad.full": {
    es: "Estas notas ya tienen el máximo de entradas.",
    en: "These notes hold as many entries as they can.",
    pt: "Estas notas já têm o máximo de entradas.",
  },
  "pad.rescued": {
    es: "La sala no aceptó este texto. Sigue guardado aquí:",
    en: "The room did not take this text. It is still kept here:",
    pt: "A sala não aceitou este texto. Continua guardado aqui:",
  },
  "pad.rescued.add": { es: "Añadir de nuevo", en: "Add again", pt: "Acrescentar de novo" },
  "pad.rescued.copy": { es: "Copiar", en: "Copy", pt: "Copiar" },
  "pad.rescued.copied": { es: "Copiado", en: "Copied", pt: "Copiado" },
  "pad.rescued.drop": { es: "Descartar", en: "Discard", pt: "Descartar" },
  "pad.refused.read_only": {
    es: "Las notas ya están cerradas o no son las de su mesa.",
    en: "The notes are closed by now, or are not those of your table.",
    pt: "As notas já estão encerradas ou não são as da sua mesa.",
  },
  "pad.refused.text_too_long": {
    es: "Una entrada admite 4000 caracteres: divídala en dos.",
    en: "An entry takes 4000 characters: split it in two.",
    pt: "Uma entrada admite 4000 caracteres: divida-a em duas.",
  },
  "pad.refused.too_many_entries": {
    es: "Estas notas ya tienen el máximo de entradas: elimine alguna.",
    en: "These notes hold as many entries as they can: delete one.",
    pt: "Estas notas já têm o máximo de entradas: elimine alguma.",
  },
  "pad.refused.pad_full": {
    es: "Estas notas no admiten más cambios. Avise a la moderación.",
    en: "These notes take no more changes. Tell the moderation.",
    pt: "Estas notas não admitem mais alterações. Avise a moderação.",
  },
  "pad.refused.other": {
    es: "La sala no aceptó el último cambio.",
    en: "The room did not take the last change.",
    pt: "A sala não aceitou a última alteração.",
  },
  "pad.role.moderator": { es: "Moderación", en: "Moderation", pt: "Moderação" },
  "pad.role.secretariat": { es: "Secretaría", en: "Secretariat", pt: "Secretaria" },
  "pad.role.rapporteur": { es: "Relatoría", en: "Rapporteur", pt: "Relatoria" },
  "pad.role.facilitator": { es: "Facilitación", en: "Facilitation", pt: "Facilitação" },
});
