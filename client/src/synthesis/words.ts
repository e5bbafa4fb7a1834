/* Texts of the general rapporteur's page: all tables' notes side by side, what is merged from them, what is asked. */
import { register } from "../i18n";

register({
  "synthesis.side_by_side": {
    es: "Notas de todas las mesas, una al lado de otra, tal como se registraron. Marque las que dicen lo mismo y fúndalas en una síntesis: cada síntesis recuerda de qué notas viene.",
    en: "The notes of all tables side by side, as they were recorded. Mark those that say the same and merge them: each synthesis remembers the notes it comes from.",
    pt: "As notas de todas as mesas lado a lado, tal como foram registradas. Marque as que dizem o mesmo e funda-as em uma síntese: cada síntese lembra de que notas vem.",
  },
  "synthesis.none": {
    es: "Todavía no hay notas registradas.",
    en: "No notes have been recorded yet.",
    pt: "Ainda não há notas registradas.",
  },
  "synthesis.choose": { es: "Marcar {code}", en: "Mark {code}", pt: "Marcar {code}" },
  "synthesis.merge.one": {
    es: "Hacer una síntesis de {n} nota",
    en: "Make a synthesis of {n} note",
    pt: "Fazer uma síntese de {n} nota",
  },
  "synthesis.merge.other": {
    es: "Fundir {n} notas en una síntesis",
    en: "Merge {n} notes into a synthesis",
    pt: "Fundir {n} notas em uma síntese",
  },
  "synthesis.list": { es: "Síntesis", en: "Syntheses", pt: "Sínteses" },
  "synthesis.from": { es: "Viene de", en: "Comes from", pt: "Vem de" },
  "synthesis.text": {
    es: "Texto de la síntesis",
    en: "Words of the synthesis",
    pt: "Texto da síntese",
  },
  "synthesis.edit_of": { es: "Editar {code}", en: "Edit {code}", pt: "Editar {code}" },
  "synthesis.edit": { es: "Editar", en: "Edit", pt: "Editar" },
  "synthesis.withdraw_of": { es: "Retirar {code}", en: "Withdraw {code}", pt: "Retirar {code}" },
  "synthesis.withdraw": { es: "Retirar", en: "Withdraw", pt: "Retirar" },
  "synthesis.save": { es: "Guardar", en: "Save", pt: "Salvar" },
  "synthesis.cancel": { es: "Volver", en: "Back", pt: "Voltar" },
  "synthesis.withheld": {
    es: "Sesión reservada: el contenido no se muestra.",
    en: "Reserved session: the content is not shown.",
    pt: "Sessão reservada: o conteúdo não é mostrado.",
  },
  "synthesis.newer": {
    es: "Otra persona cambió esta síntesis mientras tanto: arriba está su texto. El suyo sigue aquí.",
    en: "Somebody else changed this synthesis meanwhile: their words are above. Yours are still here.",
    pt: "Outra pessoa mudou esta síntese enquanto isso: o texto dela está acima. O seu continua aqui.",
  },
  "comment.add_of": { es: "Comentar {code}", en: "Comment on {code}", pt: "Comentar {code}" },
  "comment.add": { es: "Comentar", en: "Comment", pt: "Comentar" },
  "comment.about": { es: "Sobre: «{quote}»", en: "About: “{quote}”", pt: "Sobre: «{quote}»" },
  "comment.select": {
    es: "Seleccione antes un pasaje de la nota para comentar solo ese pasaje.",
    en: "Select a passage of the note first to comment on that passage alone.",
    pt: "Selecione antes um trecho da nota para comentar apenas esse trecho.",
  },
  "comment.text": { es: "Comentario", en: "Comment", pt: "Comentário" },
  "comment.send": { es: "Enviar", en: "Send", pt: "Enviar" },
  "comment.resolve": { es: "Resolver", en: "Resolve", pt: "Resolver" },
  "comment.reopen": { es: "Reabrir", en: "Open again", pt: "Reabrir" },
  "comment.resolved": {
    es: "Resuelto a las {time}",
    en: "Resolved at {time}",
    pt: "Resolvido às {time}",
  },
});
