/* Texts of the good-practice sheets. Fields are named as in the region's own template. */
import { register } from "../i18n";

register({
  "practice.sheets": {
    es: "Fichas de buenas prácticas",
    en: "Good-practice sheets",
    pt: "Fichas de boas práticas",
  },
  "practice.sheets_means": {
    es: "Para compartir una práctica de su país con más detalle. Su país solo se nombra si usted lo autoriza.",
    en: "To share a practice of your country in more detail. Your country is named only if you agree.",
    pt: "Para compartilhar uma prática do seu país com mais detalhe. Seu país só é nomeado se você autorizar.",
  },
  "practice.new": { es: "Añadir una ficha", en: "Add a sheet", pt: "Acrescentar uma ficha" },
  "practice.edit": { es: "Editar", en: "Edit", pt: "Editar" },
  "practice.edit_of": { es: "Editar {code}", en: "Edit {code}", pt: "Editar {code}" },
  "practice.withdraw": { es: "Retirar", en: "Withdraw", pt: "Retirar" },
  "practice.withdraw_of": { es: "Retirar {code}", en: "Withdraw {code}", pt: "Retirar {code}" },
  "practice.restore_of": {
    es: "Recuperar {code}",
    en: "Bring back {code}",
    pt: "Recuperar {code}",
  },
  "practice.restore": { es: "Recuperar", en: "Bring back", pt: "Recuperar" },
  "practice.withdrawn": { es: "Retirada", en: "Withdrawn", pt: "Retirada" },
  "practice.save": { es: "Guardar la ficha", en: "Save the sheet", pt: "Salvar a ficha" },
  "practice.saving": { es: "Guardando", en: "Saving", pt: "Salvando" },
  "practice.cancel": { es: "Volver", en: "Back", pt: "Voltar" },
  "practice.kept": {
    es: "Lo escrito está guardado en este teléfono hasta que se envíe.",
    en: "What you wrote is kept on this phone until it is sent.",
    pt: "O que foi escrito está guardado neste telefone até ser enviado.",
  },
  "practice.needs_title": {
    es: "Escriba el nombre de la práctica.",
    en: "Write the name of the practice.",
    pt: "Escreva o nome da prática.",
  },
  "practice.address": {
    es: "La dirección empieza por http:// o https://",
    en: "The address begins with http:// or https://",
    pt: "O endereço começa com http:// ou https://",
  },
  "practice.named": {
    es: "Puede publicarse con el nombre de {country}",
    en: "It may be published with the name of {country}",
    pt: "Pode ser publicada com o nome de {country}",
  },
  "practice.named_short": {
    es: "Con el nombre del país",
    en: "With the country’s name",
    pt: "Com o nome do país",
  },
  "practice.unnamed_short": {
    es: "Sin el nombre del país",
    en: "Without the country’s name",
    pt: "Sem o nome do país",
  },
  "practice.named_until": {
    es: "Si otra persona cambia el texto, se le vuelve a preguntar.",
    en: "If somebody else changes the words, you are asked again.",
    pt: "Se outra pessoa mudar o texto, pergunta-se de novo.",
  },
  "practice.personal": {
    es: "Parece contener un número o un correo que identifica a alguien. Use el contacto de la institución.",
    en: "It seems to hold a number or an e-mail address that identifies someone. Use the institution’s contact.",
    pt: "Parece conter um número ou e-mail que identifica alguém. Use o contato da instituição.",
  },
  "practice.none": {
    es: "Todavía no hay fichas. Las escriben las delegaciones en sus teléfonos, o la relatoría aquí.",
    en: "There are no sheets yet. Delegations write them on their phones, or rapporteurs here.",
    pt: "Ainda não há fichas. As delegações as escrevem em seus telefones, ou a relatoria aqui.",
  },
  "practice.withheld": {
    es: "Sesión reservada: el contenido no se muestra.",
    en: "Reserved session: the content is not shown.",
    pt: "Sessão reservada: o conteúdo não é mostrado.",
  },
  "practice.field.title": {
    es: "Nombre de la práctica",
    en: "Name of the practice",
    pt: "Nome da prática",
  },
  "practice.field.description": { es: "Buena práctica", en: "Good practice", pt: "Boa prática" },
  "practice.field.period": { es: "Periodo de tiempo", en: "Timeframe", pt: "Período" },
  "practice.field.entities": {
    es: "Entidades que comparten la práctica",
    en: "Entities sharing this practice",
    pt: "Entidades que compartilham a prática",
  },
  "practice.field.partners": { es: "Socios", en: "Key stakeholders", pt: "Parceiros" },
  "practice.field.results": {
    es: "Resultados medidos",
    en: "Measured results",
    pt: "Resultados medidos",
  },
  "practice.field.conditions": {
    es: "Condiciones y recursos",
    en: "Conditions and resources",
    pt: "Condições e recursos",
  },
  "practice.field.replicability": {
    es: "Replicabilidad",
    en: "Replicability",
    pt: "Replicabilidade",
  },
  "practice.field.submitted_by": { es: "Remitido por", en: "Submitted by", pt: "Enviado por" },
  "practice.field.contact": {
    es: "Contacto institucional",
    en: "Institutional contact",
    pt: "Contato institucional",
  },
  "practice.field.website": { es: "Página web", en: "Website", pt: "Página web" },
  "practice.field.tags": {
    es: "Etiquetas, separadas por comas",
    en: "Tags, parted by commas",
    pt: "Etiquetas, separadas por vírgulas",
  },
  "practice.field.categories": { es: "Categorías", en: "Categories", pt: "Categorias" },
});
