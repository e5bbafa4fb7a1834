"""The words for what is wrong with a programme, in Spanish and English. ``{name}`` stands for a value of the fault."""

from collections.abc import Mapping

from sessions.ids import CODE_PATTERN, SLUG_PATTERN
from sessions.programme import CLOCK_PATTERN

Words = Mapping[str, tuple[str, str]]
"""Spanish, English."""

LINE = {"es": "línea", "en": "line"}
MORE = {
    "es": "y {count} errores más a partir de aquí; corrija primero los anteriores",
    "en": "and {count} more faults from here on; mend those above first",
}

UNREADABLE: Words = {
    "cannot_open": ("no se puede abrir el archivo ({detail})", "the file cannot be opened ({detail})"),
    "too_big": ("el archivo pasa de {limit} KB", "the file is larger than {limit} KB"),
    "not_utf8": (
        "el archivo no está en UTF-8; guárdelo con esa codificación",
        "the file is not UTF-8; save it in that encoding",
    ),
    "unprintable": (
        "hay un carácter invisible ({detail}); bórrelo y escriba de nuevo esa parte",
        "there is an invisible character ({detail}); delete it and type that part again",
    ),
    "empty": ("el archivo está vacío", "the file is empty"),
    "several_documents": (
        "aquí empieza un segundo documento; un archivo lleva un solo programa, sin líneas «---» en medio",
        "a second document begins here; a file holds one programme, without «---» lines in between",
    ),
    "too_deep": (
        "hay más de {limit} niveles de sangría, uno dentro de otro",
        "there are more than {limit} levels, one inside another",
    ),
    "too_many_values": (
        "el archivo tiene más de {limit} valores, contando los que se repiten con *",
        "the file has more than {limit} values, counting those repeated with *",
    ),
    "too_many_aliases": ("hay más de {limit} repeticiones con *", "there are more than {limit} repetitions with *"),
    "alias_unknown": (
        "*{detail} repite algo que no se ha escrito antes con &{detail}; si es un texto, póngalo entre comillas",
        "*{detail} repeats something not written before as &{detail}; if it is a text, put it in quotes",
    ),
    "tag": (
        "«{detail}» es una marca de YAML que no se admite; si es un texto, póngalo entre comillas",
        "«{detail}» is a YAML tag, which is not allowed; if it is a text, put it in quotes",
    ),
    "merge": (
        "«<<» no se admite; escriba los valores en su lugar",
        "«<<» is not allowed; write the values out instead",
    ),
    "key_twice": (
        "«{detail}» ya está escrito en la línea {limit}; cada nombre va una sola vez en su grupo",
        "«{detail}» is already written in line {limit}; each name stands once in its group",
    ),
    "key_not_text": (
        "a la izquierda de los dos puntos se esperaba un nombre sencillo",
        "a plain name was expected to the left of the colon",
    ),
}

SYNTAX: tuple[tuple[str, str, str], ...] = (
    (
        "nesting depth",
        "hay demasiados corchetes o llaves, uno dentro de otro",
        "too many brackets or braces are nested",
    ),
    (
        "tab character",
        "hay una tabulación donde va la sangría; sangre con espacios",
        "there is a tab where indentation belongs; indent with spaces",
    ),
    (
        "mapping values are not allowed",
        "hay dos puntos de más o la sangría no coincide; si el texto lleva dos puntos, póngalo entre comillas",
        "there is a colon too many or the indentation does not match; put a text with a colon in quotes",
    ),
    (
        "cannot start any token",
        "ningún valor puede empezar con este carácter (una tabulación, @, % o `); sangre con espacios o use comillas",
        "no value can begin with this character (a tab, @, % or `); indent with spaces or use quotes",
    ),
    (
        "end of stream",
        "aquí se abren comillas, un corchete o una llave que no se cierran",
        "quotes, a bracket or a brace opened here are never closed",
    ),
    ("',' or", "falta una coma, o cerrar el corchete o la llave", "a comma, or a closing bracket or brace, is missing"),
    (
        "':'",
        "faltan los dos puntos después del nombre, o la línea anterior no está completa",
        "the colon after the name is missing, or the line before is not complete",
    ),
    (
        "expected key",
        "se esperaba «nombre: valor» con la misma sangría que las líneas de su grupo",
        "«name: value» was expected, indented like the other lines of its group",
    ),
    (
        "expected '-'",
        "se esperaba otro elemento de la lista, con su guion y la misma sangría",
        "another item of the list was expected, with its dash and the same indentation",
    ),
    (
        "block sequence entries",
        "un guion de lista no puede ir aquí; empiece la lista en una línea nueva",
        "a list dash cannot stand here; begin the list on a new line",
    ),
    (
        "escape",
        "la barra invertida no vale así entre comillas dobles; use comillas simples",
        "the backslash is not valid like this in double quotes; use single quotes",
    ),
    (
        "alphabetic",
        "un texto que empieza con * o & va entre comillas",
        "a text that begins with * or & needs quotes",
    ),
)
SYNTAX_ELSE = (
    "no se entiende cómo está escrita esta parte; revise la sangría, los dos puntos y las comillas",
    "the way this part is written cannot be understood; check indentation, colons and quotes",
)

FAULTS: Words = {
    "missing": ("falta «{key}»{gloss}", "«{key}» is missing{gloss}"),
    "extra_forbidden": ("no se conoce «{key}» en este lugar{near}", "«{key}» is not known in this place{near}"),
    "empty": ("«{field}» está vacío{gloss}", "«{field}» is empty{gloss}"),
    "text_empty": ("«{field}» no tiene texto", "«{field}» has no text"),
    "string_type": (
        "en «{field}» se esperaba un texto; si es un número o una palabra como true, póngalo entre comillas",
        "«{field}» should be a text; put a number or a word such as true in quotes",
    ),
    "text_type": (
        "en «{field}» se esperaba un texto, solo o por idiomas (es, en, pt, fr)",
        "«{field}» should be a text, alone or by language (es, en, pt, fr)",
    ),
    "string_too_short": ("«{field}» no puede estar vacío", "«{field}» cannot be empty"),
    "string_too_long": (
        "«{field}» es demasiado largo; se admiten {max_length} caracteres",
        "«{field}» is too long; {max_length} characters are allowed",
    ),
    "whole_number": (
        "en «{field}» se esperaba un número entero, sin comillas ni decimales, y dice «{value}»",
        "«{field}» should be a whole number, without quotes or decimals, and says «{value}»",
    ),
    "greater_than": ("«{field}» debe ser mayor que {gt}", "«{field}» must be more than {gt}"),
    "greater_than_equal": ("«{field}» debe ser {ge} o más, y dice «{value}»", "«{field}» must be at least {ge}"),
    "less_than": ("«{field}» debe ser menor que {lt}", "«{field}» must be less than {lt}"),
    "less_than_equal": ("«{field}» puede ser {le} como máximo, y dice «{value}»", "«{field}» must be at most {le}"),
    "choice": (
        "«{value}» no vale en «{field}»; se espera {expected}{near}",
        "«{value}» is not valid as «{field}»; expected {expected}{near}",
    ),
    "language": (
        "«{key}» no es un idioma que se admita; use es, en, pt o fr",
        "«{key}» is not a language in use here; write es, en, pt or fr",
    ),
    "format_version": (
        "esta versión de Plenaria lee programas con «plenaria: 1»",
        "this version of Plenaria reads programmes with «plenaria: 1»",
    ),
    "group": (
        "en «{field}» se esperaba un grupo de líneas «nombre: valor», con sangría",
        "«{field}» should be a group of lines «name: value», indented",
    ),
    "whole_file": (
        "el programa debe ser un grupo de líneas «nombre: valor», empezando por «plenaria: 1»",
        "the programme must be a group of lines «name: value», beginning with «plenaria: 1»",
    ),
    "list": (
        "en «{field}» se esperaba una lista, con un guion delante de cada elemento",
        "«{field}» should be a list, with a dash before each item",
    ),
    "too_short": (
        "«{field}» tiene {actual_length} elementos y se necesitan {min_length} por lo menos",
        "«{field}» has {actual_length} items and needs at least {min_length}",
    ),
    "too_long": (
        "«{field}» tiene demasiados elementos; se admiten {max_length}",
        "«{field}» has too many items; {max_length} are allowed",
    ),
    "date": (
        "en «{field}» se esperaba una fecha como 2025-09-24 (año, mes, día), y dice «{value}»",
        "«{field}» should be a date such as 2025-09-24 (year, month, day), and says «{value}»",
    ),
    "zone_unknown": (
        "no se conoce la zona horaria «{value}»; se espera una como America/Panama",
        "the time zone «{value}» is not known; expected one such as America/Panama",
    ),
    "twice": (
        "«{value}» aparece dos veces en «{key}»; cada valor debe ser único",
        "«{value}» appears twice in «{key}»; each value must be unique",
    ),
    "twice_id": (
        "{owner} aparece dos veces; cada identificador debe ser único",
        "{owner} appears twice; each identifier must be unique",
    ),
    "tables_missing": (
        "una sesión con «format: tables» necesita «tables», el número de mesas",
        "a session with «format: tables» needs «tables», the number of tables",
    ),
    "rotation_without_tables": (
        "«rotation» solo vale en una sesión con «format: tables»",
        "«rotation» belongs only in a session with «format: tables»",
    ),
    "follows_unknown": (
        "«follows» nombra una actividad anterior; «{value}» no está antes de esta{near}",
        "«follows» names an earlier activity; «{value}» does not stand before this one{near}",
    ),
    "follows_other_kind": (
        "«follows» nombra una actividad del mismo tipo; «{value}» es de otro",
        "«follows» names an activity of the same kind; «{value}» is of another",
    ),
    "trial_without_ballots": (
        "«trial» solo vale en actividades que se responden con un voto; «{value}» no lo es",
        "«trial» is only for activities that are answered with a ballot; «{value}» is not one",
    ),
    "trial_in_series": (
        "lo que es de práctica («trial») no sigue a nada ni nada lo sigue: quite «follows: {value}»",
        "what is only practised with («trial») follows nothing and nothing follows it: remove «follows: {value}»",
    ),
    "theme_unknown": (
        "el tema «{value}» no está en «themes»{near}",
        "the theme «{value}» is not in «themes»{near}",
    ),
    "mechanism_unknown": (
        "el mecanismo «{value}» no está en «mechanisms»{near}",
        "the mechanism «{value}» is not in «mechanisms»{near}",
    ),
    "option_unknown": (
        "«{value}» no es un desafío del banco (bank){near}",
        "«{value}» is not a challenge of the bank{near}",
    ),
    "unknown_kind": (
        "no existe el tipo de actividad «{value}»; se espera {expected}{near}",
        "there is no kind of activity «{value}»; expected {expected}{near}",
    ),
    "options_missing": ("faltan las opciones («options»)", "the options («options») are missing"),
    "options_unused": ("este tipo de respuesta no lleva «options»", "this type of answer takes no «options»"),
    "options_too_few": ("se necesitan dos opciones por lo menos", "at least two options are needed"),
    "options_too_many": ("hay demasiadas opciones", "there are too many options"),
    "options_twice": ("dos opciones tienen el mismo «id»", "two options have the same «id»"),
    "short_too_long": (
        "la etiqueta «short» pasa de 32 caracteres",
        "the label «short» is longer than 32 characters",
    ),
    "headings_missing": ("«headings» está vacío", "«headings» is empty"),
    "headings_too_many": ("hay demasiados apartados en «headings»", "there are too many «headings»"),
    "headings_twice": ("dos apartados tienen el mismo «id»", "two headings have the same «id»"),
    "rated_too_many": ("se valoran 12 opciones como máximo", "at most 12 options can be rated"),
    "criteria_missing": (
        "faltan los criterios («criteria») de la valoración",
        "the «criteria» of the rating are missing",
    ),
    "criteria_too_many": ("se admiten 4 criterios como máximo", "at most 4 criteria are allowed"),
    "criteria_twice": ("dos criterios tienen el mismo «id»", "two criteria have the same «id»"),
    "rating_scale": (
        "se valora de 1 a 5 o de 1 a 9: «low» es 1 y «high» es 5 o 9",
        "ratings go from 1 to 5 or from 1 to 9: «low» is 1 and «high» is 5 or 9",
    ),
    "rule_order": (
        "en la regla de aceptación, «to» debe ser menor que «from»",
        "in the acceptance rule, «to» must be less than «from»",
    ),
    "rule_beyond_scale": (
        "«from» y «to» de la regla de aceptación deben estar dentro de la escala",
        "«from» and «to» of the acceptance rule must lie within the scale",
    ),
    "quadrant_criteria": (
        "«quadrant» nombra dos criterios distintos de «criteria»: el eje horizontal y el vertical",
        "«quadrant» names two different «criteria»: the horizontal axis and the vertical one",
    ),
    "scale_missing": ("falta «scale» con low, high y sus textos", "«scale» with low, high and their texts is missing"),
    "scale_unused": ("solo «answer: scale» lleva «scale»", "only «answer: scale» takes «scale»"),
    "scale_order": ("en la escala, «low» debe ser menor que «high»", "in the scale, «low» must be less than «high»"),
    "scale_too_wide": ("la escala tiene más de 11 pasos", "the scale has more than 11 steps"),
    "at_most_unused": ("solo «answer: multiple» lleva «at_most»", "only «answer: multiple» takes «at_most»"),
    "breakdown_of_texts": (
        "los textos no se desglosan: el estilo delata a quien escribe («breakdown: none»)",
        "texts are not broken down: style tells who wrote («breakdown: none»)",
    ),
    "at_most_too_large": ("«at_most» supera el número de opciones", "«at_most» exceeds the number of options"),
    "top_missing": (
        "falta «top», cuántas opciones se ordenan o se aprueban",
        "«top», how many options are put in order or approved of, is missing",
    ),
    "headline_without_people": (
        "con «unit: delegation» no hay voto por persona; «headline» solo puede ser delegation",
        "with «unit: delegation» no person votes; «headline» can only be delegation",
    ),
    "top_too_large": ("«top» supera el número de opciones", "«top» exceeds the number of options"),
    "dots_missing": ("falta «dots», cuántos puntos reparte cada persona", "«dots», how many each has, is missing"),
    "dots_unused": (
        "solo «method: dots» y «method: points» llevan «dots»",
        "only «method: dots» and «method: points» take «dots»",
    ),
    "points_not_in_tens": ("los puntos van de diez en diez", "points go in steps of ten"),
    "dots_too_many": (
        "hay más puntos («dots») de los que caben en las opciones",
        "there are more «dots» than the options can take",
    ),
    "per_option_unused": (
        "solo «method: dots» y «method: points» llevan «per_option»",
        "only «method: dots» and «method: points» take «per_option»",
    ),
    "per_option_too_large": ("«per_option» supera a «dots»", "«per_option» exceeds «dots»"),
}
FAULT_ELSE = (
    "el valor «{value}» no vale en «{field}» ({code})",
    "the value «{value}» is not valid as «{field}» ({code})",
)

SHAPES: Words = {
    SLUG_PATTERN: (
        "«{value}» no vale en «{field}»: solo minúsculas sin acento, números y guiones, por ejemplo costa-rica",
        "«{value}» is not valid as «{field}»: only lower-case letters, digits and dashes, such as costa-rica",
    ),
    CODE_PATTERN: (
        "«{value}» no vale en «{field}»: solo letras sin acento, números y guiones, hasta 40, por ejemplo ACC-1",
        "«{value}» is not valid as «{field}»: only letters, digits and dashes, up to 40, such as ACC-1",
    ),
    CLOCK_PATTERN: (
        "«{value}» no es una hora; escriba horas y minutos con dos cifras, por ejemplo 09:30",
        "«{value}» is not a time of day; write hours and minutes with two digits, such as 09:30",
    ),
}

NEAR = ("; ¿quiso decir «{0}»?", "; did you mean «{0}»?")
ONE_OF = ("uno de: {0}", "one of: {0}")
ALLOWED = ("; aquí caben: {0}", "; allowed here: {0}")
