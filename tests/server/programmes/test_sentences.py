"""Each fault is told with its line, in words that say what is expected, in Spanish and in English."""

import ast
import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core.core_schema import ErrorType

from server.programmes import FaultyProgramme, ProgrammeFault, check, load, read, words
from server.programmes.sentences import Lang, sentence
from sessions.faults import Fault
from tests.source_tree import ROOT

GOOD = """\
plenaria: 1
id: ensayo
title: {es: Ensayo, en: Trial}
place: Ciudad de Panamá
zone: America/Panama
languages: [es, en]
rules: {confidentiality: Sin atribución., stored: Nada., votes: Secretos.}
mechanisms: {quito: Proceso de Quito}
delegations:
  - id: panama
    name: Panamá
    mechanisms: [quito]
    seats: 2
  - id: peru
    name: Perú
themes:
  - {id: ACC, name: Acceso}
bank:
  - {id: ACC-1, theme: ACC, short: Uno, text: Primer desafío}
  - {id: ACC-2, theme: ACC, short: Dos, text: Segundo desafío}
sessions:
  - id: bloque-1
    code: S-01
    title: Bloque 1
    day: 2025-09-24
    start: 10:30
    minutes: 75
    format: tables
    tables: 7
    rotation: {times: 2, minutes: 18}
    activities:
      - id: orden
        code: D-01
        kind: prioritise
        title: Orden
        setup:
          question: ¿Qué va primero?
          method: rank
          top: 2
          options: [ACC-1, ACC-2]
      - id: acuerdo
        code: P-01
        kind: poll
        title: Acuerdo
        setup:
          question: ¿De acuerdo?
          answer: scale
          scale: {low: 1, high: 9, low_label: Nada, high_label: Mucho}
"""

# What is replaced by what, in which line the fault is told, and words of the sentence.
BROKEN = [
    ("plenaria: 1", "plenaria: 2", 1, "lee programas con «plenaria: 1»"),
    ("plenaria: 1\n", "", 1, "falta «plenaria» (escriba «plenaria: 1»)"),
    ("id: ensayo", "id: Ensayo 1", 2, "«Ensayo 1» no vale en «id»: solo minúsculas sin acento"),
    ("id: ensayo", "id: 2025", 2, "en «id» se esperaba un texto; si es un número o una palabra como true, póngalo"),
    ("title: {es: Ensayo", "tittle: {es: Ensayo", 3, "no se conoce «tittle» en este lugar; ¿quiso decir «title»?"),
    ("en: Trial", "de: Probe", 3, "«de» no es un idioma que se admita; use es, en, pt o fr"),
    ("place: Ciudad de Panamá", "place:", 4, "«place» está vacío (la ciudad)"),
    ("place: Ciudad de Panamá", "place: ' '", 4, "«place» no tiene texto"),
    ("place: Ciudad de Panamá", "place: [Panamá]", 4, "en «place» se esperaba un texto, solo o por idiomas"),
    ("zone: America/Panama", "zone: Panamá", 5, "no se conoce la zona horaria «Panamá»; se espera una como America/"),
    ("languages: [es, en]", "languages: es", 6, "en «languages» se esperaba una lista"),
    ("languages: [es, en]", "languages: [es, ingles]", 6, "«ingles» no vale en «languages, 2»; se espera uno de: es,"),
    ("languages: [es, en]", "languages: [es, es]", 6, "«es» aparece dos veces en «languages»"),
    ("languages: [es, en]", "languages: []", 6, "«languages» tiene 0 elementos y se necesitan 1"),
    (", votes: Secretos.", "", 7, "falta «votes» (qué garantiza el secreto del voto)"),
    ("rules: {confidentiality: Sin atribución., stored: Nada., votes: Secretos.}", "rules: x", 7, "un grupo de líneas"),
    ("mechanisms: {quito", "mechanisms: {Quito", 8, "«Quito» no vale en «mechanisms → Quito»: solo minúsculas"),
    ("id: peru", "id: panama", 14, "la delegación «panama» aparece dos veces; cada identificador debe ser único"),
    ("seats: 2", "seats: dos", 13, "la delegación «panama»: en «seats» se esperaba un número entero, sin comillas"),
    ("seats: 2", "seats: 0", 13, "la delegación «panama»: «seats» debe ser 1 o más, y dice «0»"),
    ("seats: 2", "seats: 4000", 13, "«seats» puede ser 400 como máximo, y dice «4000»"),
    ("seats: 2", "puestos: 2", 13, "no se conoce «puestos» en este lugar; aquí caben: body, kind, seats"),
    ("    name: Perú\n", "", 14, "la delegación «peru»: falta «name»"),
    ("[quito]", "[quitto]", 12, "el mecanismo «quitto» no está en «mechanisms»; ¿quiso decir «quito»?"),
    ("{id: ACC-1, theme: ACC", "{id: ACC-1, theme: AC", 19, "el tema «AC» no está en «themes»; ¿quiso decir «ACC»?"),
    ("id: bloque-1\n", "id: bloque 1\n", 22, "la sesión «bloque 1»: «bloque 1» no vale en «id»"),
    ("code: S-01", "code: S.01", 23, "solo letras sin acento, números y guiones, hasta 40"),
    ("title: Bloque 1", "title: 7", 24, "en «title» se esperaba un texto"),
    ("day: 2025-09-24", "day: 24/09/2025", 25, "se esperaba una fecha como 2025-09-24 (año, mes, día), y dice «24/09"),
    ("start: 10:30", "start: 9:30", 26, "«9:30» no es una hora; escriba horas y minutos con dos cifras"),
    ("minutes: 75", "minutes: 1h", 27, "se esperaba un número entero"),
    ("minutes: 75", "minutes: 7.5", 27, "sin comillas ni decimales, y dice «7.5»"),
    ("format: tables", "format: mesas", 28, "«mesas» no vale en «format»; se espera uno de: plenary, tables, pause"),
    ("format: tables", "format: plenary", 30, "«rotation» solo vale en una sesión con «format: tables»"),
    ("    tables: 7\n", "", 22, "una sesión con «format: tables» necesita «tables», el número de mesas"),
    ("{times: 2, ", "{", 30, "la sesión «bloque-1»: falta «times» (cuántas veces se cambia de mesa)"),
    ("kind: prioritise", "kind: prioritize", 34, "no existe el tipo de actividad «prioritize»; se espera uno de: "),
    ("        kind: prioritise\n", "", 32, "la actividad «orden»: falta «kind»"),
    ("top: 2", "top: 3", 39, "«top» supera el número de opciones"),
    ("          top: 2\n", "", 36, "falta «top», cuántas opciones se ordenan"),
    ("[ACC-1, ACC-2]", "[ACC-1, ACC-22]", 40, "«ACC-22» no es un desafío del banco (bank); ¿quiso decir «ACC-2»?"),
    ("[ACC-1, ACC-2]", "[ACC-1, ACC-1]", 40, "dos opciones tienen el mismo «id»"),
    (
        "question: ¿De",
        "pregunta: ¿De",
        46,
        "la actividad «acuerdo»: no se conoce «pregunta» en este lugar; aquí caben: ",
    ),
    ("answer: scale", "answer: escala", 47, "«escala» no vale en «setup → answer»; se espera uno de: single, multiple"),
    ("answer: scale", "answer: text", 48, "solo «answer: scale» lleva «scale»"),
    ("high: 9", "high: 1", 48, "en la escala, «low» debe ser menor que «high»"),
    ("id: ensayo", "id: ensayo\nid: otro", 3, "«id» ya está escrito en la línea 2"),
    ("title: Bloque 1", "title: Bloque: 1", 24, "si el texto lleva dos puntos, póngalo entre comillas"),
    ("    code: S-01", "\tcode: S-01", 23, "hay una tabulación donde va la sangría"),
    ("title: Bloque 1", "title: 'Bloque' 1", 24, "se esperaba «nombre: valor» con la misma sangría"),
    ("title: Bloque 1", "title: **Bloque 1**", 24, "un texto que empieza con * o & va entre comillas"),
    ("title: Bloque 1", "title: @bloque", 24, "ningún valor puede empezar con este carácter"),
    ("title: Bloque 1", 'title: "Bloque 1', 24, "aquí se abren comillas, un corchete o una llave que no se cierran"),
    ("title: Bloque 1", 'title: "C:\\mesas"', 24, "la barra invertida no vale así entre comillas dobles"),
    ("[ACC-1, ACC-2]", "[ACC-1, ACC-2", 41, "falta una coma, o cerrar el corchete o la llave"),
    ("title: Bloque 1", "title: !bloque 1", 24, "«!bloque» es una marca de YAML que no se admite"),
    ("    title: Bloque 1", "    <<: *x", 24, "«<<» no se admite"),
    ("title: Bloque 1", "title: *bloque", 24, "*bloque repite algo que no se ha escrito antes"),
    ("themes:", "---\nthemes:", 16, "aquí empieza un segundo documento"),
]


def faults_of(text: str, lang: Lang = "es") -> list[ProgrammeFault]:
    with pytest.raises(FaultyProgramme) as caught:
        read(text.encode(), lang)
    assert caught.value.faults
    return caught.value.faults


def test_the_file_to_break_is_sound() -> None:
    assert read(GOOD.encode()).id == "ensayo"


@pytest.mark.parametrize(("old", "new", "line", "said"), BROKEN, ids=[f"{b[1][:40]!r}" for b in BROKEN])
def test_a_fault_is_told_with_its_line_and_what_is_expected(old: str, new: str, line: int, said: str) -> None:
    assert old in GOOD
    broken = GOOD.replace(old, new, 1)
    told = [fault for fault in faults_of(broken) if said in fault.message]
    assert [fault.line for fault in told] == [line], faults_of(broken)
    assert str(told[0]).startswith(f"línea {line}: ")
    assert all(len(f.message) > 10 for f in faults_of(broken, "en"))


@pytest.mark.parametrize(("old", "new"), [b[:2] for b in BROKEN], ids=[f"{b[1][:40]!r}" for b in BROKEN])
def test_a_sentence_is_one_line_without_gaps_in_either_language(old: str, new: str) -> None:
    for lang, word in (("es", "línea"), ("en", "line")):
        for fault in faults_of(GOOD.replace(old, new, 1), lang):  # type: ignore[arg-type]  # the two of Lang
            assert re.fullmatch(rf"{word} \d+: \S.*\S", str(fault))
            assert not re.search(r"«»|  |\{|\bNone\b", fault.message)


def test_english_is_spoken_on_request() -> None:
    (fault,) = faults_of(GOOD.replace("id: peru", "id: panama"), "en")
    assert str(fault) == "line 14: delegation «panama» appears twice; each identifier must be unique"
    (fault,) = faults_of(GOOD.replace("seats: 2", "seets: 2"), "en")
    assert str(fault) == "line 13: delegation «panama»: «seets» is not known in this place; did you mean «seats»?"


def test_faults_come_in_the_order_of_the_file() -> None:
    faults = faults_of(GOOD.replace("seats: 2", "seats: x").replace("id: ensayo", "id: E").replace("top: 2", "top: 0"))
    assert [fault.line for fault in faults] == [2, 13, 39]


def test_a_list_of_faults_has_an_end() -> None:
    many = GOOD.replace("mechanisms: {", "mechanisms: {" + "".join(f"M{n}: [], " for n in range(500)))
    faults = faults_of(many)
    assert len(faults) == 101
    assert "errores más a partir de aquí" in faults[-1].message


def test_every_code_of_the_domain_has_words() -> None:
    raised = {
        node.exc.args[0].value
        for path in [
            ROOT / "sessions/programme.py",
            ROOT / "sessions/text.py",
            *(ROOT / "sessions/activities").rglob("*.py"),
        ]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Raise)
        and isinstance(node.exc, ast.Call)
        and ast.unparse(node.exc.func) == "ValueError"
        and isinstance(node.exc.args[0], ast.Constant)
    }
    assert "options_twice" in raised
    assert raised <= words.FAULTS.keys()


@pytest.mark.parametrize("code", [*get_args(ErrorType), "something_new"])
@pytest.mark.parametrize("lang", ["es", "en"])
def test_any_code_makes_a_sentence(code: str, lang: Lang) -> None:
    said = sentence(Fault(("sessions", 0, "minutes"), code, "x"), {"sessions": [{"id": "uno", "minutes": "x"}]}, lang)
    assert "«uno»" in said
    assert "{" not in said


def test_long_values_are_cut() -> None:
    (fault,) = faults_of(GOOD.replace("start: 10:30", f"start: {'9' * 17}{'x' * 500}"))
    assert len(fault.message) < 250


def test_a_file_is_loaded_and_checked(tmp_path: Path) -> None:
    path = tmp_path / "programa.yaml"
    path.write_text(GOOD, encoding="utf-8")
    assert load(path).id == "ensayo"
    assert check(path) == []
    path.write_text(GOOD.replace("seats: 2", "seats: 0"), encoding="utf-8")
    assert [fault.line for fault in check(path)] == [13]


def test_a_file_that_cannot_be_opened_is_a_fault(tmp_path: Path) -> None:
    for path in (tmp_path / "no-existe.yaml", tmp_path, Path("a\0b")):
        (fault,) = check(path)
        assert fault.line == 0
        assert str(fault).startswith("no se puede abrir el archivo (")


def test_an_endless_file_is_read_to_the_limit_only() -> None:
    (fault,) = check(Path("/dev/zero"))
    assert fault.message == "el archivo pasa de 1000 KB"


@given(st.data())
def test_a_file_with_any_stretch_replaced_is_read_or_told(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(GOOD)))
    end = min(len(GOOD), start + data.draw(st.integers(0, 40)))
    junk = data.draw(st.text(alphabet="a1:-[]{},&*!'\" \n\té0", max_size=12))
    try:
        read((GOOD[:start] + junk + GOOD[end:]).encode())
    except FaultyProgramme as faulty:
        told = [str(fault) for fault in faulty.faults]
        assert all(re.match(r"línea \d+: \S", said) for said in told)
