/* The words of the roadmap and of the chain. */
import "./names";
import "./readingWords";
import { register } from "../i18n";

register({
  "code.no_source": {
    es: "Una línea sin origen no se puede guardar.",
    en: "A line without a source cannot be saved.",
    pt: "Uma linha sem origem não pode ser salva.",
  },
  "code.unknown_source": {
    es: "Uno de los orígenes ya no está.",
    en: "One of the sources is no longer there.",
    pt: "Uma das origens já não está.",
  },
  "code.unknown_entry": {
    es: "Esa nota ya no está.",
    en: "That note is no longer there.",
    pt: "Essa nota já não está.",
  },
  "roadmap.title": {
    es: "Hoja de ruta {year}",
    en: "Roadmap {year}",
    pt: "Roteiro conjunto {year}",
  },
  "roadmap.new": { es: "Nueva línea", en: "New line", pt: "Nova linha" },
  "roadmap.none": {
    es: "Las líneas aparecerán aquí. Comience una desde un resultado, una nota o una síntesis.",
    en: "Lines appear here. Begin one from an outcome, a note or a synthesis.",
    pt: "As linhas aparecerão aqui. Comece uma a partir de um resultado, uma nota ou uma síntese.",
  },
  "roadmap.search": {
    es: "Buscar en la hoja de ruta",
    en: "Search the roadmap",
    pt: "Buscar no roteiro",
  },
  "roadmap.all": { es: "Todos", en: "All", pt: "Todos" },
  "roadmap.shown": { es: "{n} de {of} líneas", en: "{n} of {of} lines", pt: "{n} de {of} linhas" },
  "roadmap.lacks": { es: "Les falta", en: "They lack", pt: "Falta-lhes" },
  "roadmap.lacks_nothing": { es: "Cualquiera", en: "Any", pt: "Qualquer" },
  "roadmap.up": { es: "Subir", en: "Move up", pt: "Subir" },
  "roadmap.down": { es: "Bajar", en: "Move down", pt: "Descer" },
  "roadmap.moved": {
    es: "{code}: posición {n} de {of}",
    en: "{code}: position {n} of {of}",
    pt: "{code}: posição {n} de {of}",
  },
  "roadmap.keys": {
    es: "Tab avanza por la línea; Ctrl con las flechas pasa a la línea de arriba o de abajo; Alt con las flechas mueve la línea; Esc deshace lo que escribe en una casilla.",
    en: "Tab goes along the line; Ctrl with the arrows goes to the line above or below; Alt with the arrows moves the line; Esc undoes what you write in a box.",
    pt: "Tab avança pela linha; Ctrl com as setas passa à linha de cima ou de baixo; Alt com as setas move a linha; Esc desfaz o que escreve numa caixa.",
  },
  "roadmap.more": { es: "Ver todos los campos", en: "Show all fields", pt: "Ver todos os campos" },
  "roadmap.less": { es: "Ver menos", en: "Show less", pt: "Ver menos" },
  "roadmap.clear": { es: "Quitar filtros", en: "Clear filters", pt: "Limpar filtros" },
  "roadmap.save": { es: "Guardar", en: "Save", pt: "Salvar" },
  "roadmap.cancel": { es: "Cancelar", en: "Cancel", pt: "Cancelar" },
  "roadmap.close": { es: "Cerrar", en: "Close", pt: "Fechar" },
  "roadmap.history": { es: "Historial", en: "History", pt: "Histórico" },
  "roadmap.withdraw": { es: "Retirar", en: "Withdraw", pt: "Retirar" },
  "roadmap.restore": { es: "Restablecer", en: "Restore", pt: "Restabelecer" },
  "roadmap.withheld": {
    es: "Reservado: solo el código",
    en: "Reserved: the code only",
    pt: "Reservado: só o código",
  },
  "roadmap.tombstone": { es: "Se eliminó", en: "Deleted", pt: "Eliminado" },
  "roadmap.gone": { es: "Ya no está.", en: "It is no longer there.", pt: "Já não está." },
  "roadmap.infinitive": {
    es: "Comience con un verbo en infinitivo: «Crear…», «Promover…»",
    en: "Begin with a verb: “To create…”, “To promote…”",
    pt: "Comece com um verbo no infinitivo: «Criar…», «Promover…»",
  },
  "roadmap.conflict": {
    es: "Otra persona cambió este campo mientras usted escribía. Nada se ha perdido.",
    en: "Somebody else changed this field while you were writing. Nothing is lost.",
    pt: "Outra pessoa alterou este campo enquanto você escrevia. Nada se perdeu.",
  },
  "roadmap.conflict.now": { es: "Ahora dice:", en: "It now says:", pt: "Agora diz:" },
  "roadmap.conflict.mine": { es: "Usted escribió:", en: "You wrote:", pt: "Você escreveu:" },
  "roadmap.conflict.keep": {
    es: "Dejar lo que dice ahora",
    en: "Keep what it says now",
    pt: "Manter o que diz agora",
  },
  "roadmap.conflict.write": { es: "Poner lo mío", en: "Put mine", pt: "Pôr o meu" },
  "roadmap.sources": {
    es: "Origen de la línea",
    en: "Where the line comes from",
    pt: "Origem da linha",
  },
  "roadmap.sources.edit": {
    es: "Cambiar el origen",
    en: "Change the sources",
    pt: "Alterar a origem",
  },
  "roadmap.sources.search": {
    es: "Buscar ideas, notas, resultados y síntesis",
    en: "Search ideas, notes, outcomes and syntheses",
    pt: "Buscar ideias, notas, resultados e sínteses",
  },
  "roadmap.sources.needed": {
    es: "Una línea sin origen no se puede guardar: elija al menos uno.",
    en: "A line without a source cannot be saved: choose at least one.",
    pt: "Uma linha sem origem não pode ser salva: escolha ao menos uma.",
  },
  "roadmap.sources.more": {
    es: "y {n} más: precise la búsqueda",
    en: "and {n} more: narrow the search",
    pt: "e mais {n}: refine a busca",
  },
  "roadmap.from": { es: "De dónde sale", en: "Where it comes from", pt: "De onde vem" },
  "roadmap.to": { es: "Qué salió de aquí", en: "What came of it", pt: "O que resultou daqui" },
  "roadmap.take": {
    es: "Llevar a la hoja de ruta",
    en: "Take to the roadmap",
    pt: "Levar ao roteiro",
  },
  "roadmap.take_line": {
    es: "Hacer otra línea de esta",
    en: "Make another line of this one",
    pt: "Fazer outra linha desta",
  },
  "roadmap.take_short": { es: "A la hoja de ruta", en: "To the roadmap", pt: "Ao roteiro" },
  "roadmap.earlier": {
    es: "Hoja de ruta anterior: seguimiento",
    en: "Earlier roadmap: follow-up",
    pt: "Roteiro anterior: acompanhamento",
  },
  "roadmap.earlier.progress": { es: "Seguimiento", en: "Follow-up", pt: "Acompanhamento" },
  "roadmap.earlier.go_on": { es: "Retomar", en: "Take up again", pt: "Retomar" },
  "roadmap.drawer.history": {
    es: "Historial de la línea",
    en: "History of the line",
    pt: "Histórico da linha",
  },
  "roadmap.drawer.chain": {
    es: "Origen y destino",
    en: "Origin and outcome",
    pt: "Origem e destino",
  },
  "roadmap.drawer.regime": {
    es: "Confidencialidad de la nota",
    en: "Confidentiality of the note",
    pt: "Confidencialidade da nota",
  },
  "roadmap.drawer.sources": {
    es: "Origen de la línea",
    en: "Sources of the line",
    pt: "Origem da linha",
  },
  "roadmap.lineage.all": {
    es: "Mostrar también lo que no llegó a ninguna síntesis ni línea",
    en: "Also show what led to no synthesis and no line",
    pt: "Mostrar também o que não chegou a nenhuma síntese nem linha",
  },
  "roadmap.lineage.search": {
    es: "Buscar un código o una palabra: se muestra de dónde sale y a qué llevó",
    en: "Search a code or a word: shows where it comes from and what it led to",
    pt: "Buscar um código ou uma palavra: mostra-se de onde vem e a que levou",
  },
  "roadmap.lineage.not_found": {
    es: "Nada tiene ese código ni esa palabra.",
    en: "Nothing has that code or word.",
    pt: "Nada tem esse código nem essa palavra.",
  },
  "roadmap.generation.challenge": {
    es: "Banco y hoja de ruta anterior",
    en: "Bank and earlier roadmap",
    pt: "Banco e roteiro anterior",
  },
  "roadmap.generation.idea": {
    es: "Ideas, ofertas y notas",
    en: "Ideas, offers and notes",
    pt: "Ideias, ofertas e notas",
  },
  "roadmap.generation.outcome": {
    es: "Resultados y fichas",
    en: "Outcomes and sheets",
    pt: "Resultados e fichas",
  },
  "roadmap.generation.synthesis": { es: "Síntesis", en: "Syntheses", pt: "Sínteses" },
  "roadmap.generation.line": { es: "Hoja de ruta", en: "Roadmap", pt: "Roteiro" },
  "roadmap.lineage.none": {
    es: "La cadena aparecerá aquí cuando una nota, una idea o un resultado llegue a una síntesis o a una línea.",
    en: "The chain appears here once a note, an idea or an outcome leads to a synthesis or a line.",
    pt: "A cadeia aparecerá aqui quando uma nota, uma ideia ou um resultado chegar a uma síntese ou a uma linha.",
  },
});
