"""What simulated people write: notes under the headings of the region's form, lines of a roadmap, sheets, answers.

All of it is made up. None of it names a country or a person, as the rules of such rooms ask.
"""

from collections.abc import Mapping
from random import Random
from types import MappingProxyType
from typing import Any

Texts = tuple[str, ...]

# A heading's notes are put together from a beginning and an end, so that few tables write the same.
_NOTES: Mapping[str, tuple[Texts, Texts]] = MappingProxyType(
    {
        "challenge": (
            (
                "Los turnos para registrarse tardan más de tres meses",
                "Falta personal de interpretación",
                "Cada oficina aplica criterios distintos",
                "Los expedientes siguen en papel",
                "La rotación deja sin experiencia a los equipos que entrevistan",
                "No se conoce la carga real de casos pendientes",
            ),
            (
                "en las zonas de frontera.",
                "fuera de la capital.",
                "cuando aumentan los ingresos.",
                "en la segunda instancia.",
                "para la niñez no acompañada.",
                "en los procedimientos acelerados.",
            ),
        ),
        "good-practice": (
            (
                "Una ventanilla móvil registra a quienes solicitan asilo",
                "Las plantillas de resolución por perfil acortan la redacción",
                "Un inventario depurado permitió cerrar solicitudes duplicadas",
                "La entrevista a distancia con intérprete remoto funcionó",
                "Un formulario en cuatro idiomas evitó segundas visitas",
            ),
            (
                "con presupuesto propio y una guía escrita.",
                "con apoyo técnico durante el primer año.",
                "donde hubo conexión estable.",
                "cuando la jefatura dio seguimiento cada semana.",
                "después de una prueba en dos oficinas.",
            ),
        ),
        "lesson": (
            (
                "Digitalizar sin revisar antes el procedimiento",
                "Contratar refuerzos por tres meses",
                "Capacitar una sola vez, sin práctica ni evaluación,",
                "Fijar metas de número de decisiones sin control de calidad",
            ),
            (
                "trasladó el rezago a la etapa siguiente.",
                "no redujo los tiempos.",
                "aumentó los recursos en segunda instancia.",
                "obligó a repetir entrevistas.",
            ),
        ),
        "proposal": (
            (
                "Acordar un formulario mínimo común de registro",
                "Crear una red de puntos focales de información sobre países de origen",
                "Organizar visitas entre equipos",
                "Elaborar una guía común para la entrevista a distancia",
                "Reunir un banco regional de intérpretes",
                "Publicar cada trimestre los mismos indicadores de carga",
            ),
            (
                "antes de junio de 2026.",
                "con dos países que lo lideren.",
                "empezando por una prueba piloto.",
                "con acompañamiento técnico.",
                "y revisar el avance en la próxima reunión.",
            ),
        ),
        "offer": (
            (
                "Se ofrece una pasantía de dos semanas",
                "Se pueden compartir las plantillas de resolución",
                "Se ofrece la guía de triaje por perfiles",
                "Se pone a disposición el curso de inducción en línea",
            ),
            (
                "para equipos de entrevista.",
                "durante el primer semestre.",
                "a las instituciones que lo pidan.",
                "con dos personas de acompañamiento.",
            ),
        ),
        "need": (
            (
                "Se necesita apoyo para depurar el inventario",
                "Se buscan intérpretes de criollo haitiano",
                "Se requiere asistencia para evaluar el sistema de gestión de casos",
                "Hace falta formación en la definición de Cartagena",
            ),
            (
                "en el primer trimestre.",
                "para tres oficinas.",
                "antes de ampliar el sistema.",
                "con intercambio entre pares.",
            ),
        ),
        "agreement": (
            (
                "Hay acuerdo en medir los tiempos por etapa",
                "Se coincide en que la tecnología no reemplaza la entrevista individual",
                "Se comparte la necesidad de una inducción obligatoria",
            ),
            (
                "con los mismos indicadores.",
                "y en decirlo en la guía común.",
                "antes de atender el primer caso.",
            ),
        ),
        "disagreement": (
            (
                "No hay acuerdo sobre publicar los tiempos por oficina",
                "Persisten dudas sobre decidir sin entrevista",
                "Una minoría prefiere empezar por la segunda instancia",
            ),
            (
                "mientras los datos no sean comparables.",
                "sin una base normativa expresa.",
                "y pide que conste.",
            ),
        ),
        "declaration": (
            (
                "Promover el intercambio técnico permanente entre las comisiones nacionales",
                "Impulsar procedimientos diferenciados con garantías plenas",
                "Fortalecer el acceso al procedimiento en las zonas de frontera",
            ),
            (
                "en el marco de los mecanismos regionales existentes.",
                "con el acompañamiento de los organismos asociados.",
                "y dar seguimiento cada año.",
            ),
        ),
    }
)
_OTHER: tuple[Texts, Texts] = (
    (
        "Conviene acordar plazos comunes",
        "Un formulario en varios idiomas evita segundas visitas",
        "Compartir la información sobre países de origen ahorra semanas",
    ),
    ("y publicarlos.", "en todas las oficinas.", "si se revisa cada semestre."),
)
_ASKED = frozenset({"question"})
"""Headings under which the question stands already."""


def note(headings: list[str], random: Random) -> tuple[str, str]:
    """A heading of ``headings`` and something to write under it."""
    heading = random.choice([id_ for id_ in headings if id_ not in _ASKED] or headings)
    begins, ends = _NOTES.get(heading, _OTHER)
    return heading, f"{random.choice(begins)} {random.choice(ends)}"


_LINES: tuple[dict[str, Any], ...] = (
    {
        "activity": "Poner en marcha un protocolo regional de identificación y derivación en frontera",
        "output": "Protocolo aprobado y puntos focales designados",
        "indicator": "Puntos de ingreso con protocolo escrito de derivación",
        "target": "20",
        "verification": "Informe semestral de los puntos focales",
    },
    {
        "activity": "Realizar un intercambio entre pares sobre depuración del inventario de casos pendientes",
        "output": "Guía de depuración y plan de trabajo por país",
        "indicator": "Países con inventario depurado y segmentado",
        "target": "6",
        "verification": "Fichas de inventario que remite cada comisión",
    },
    {
        "activity": "Elaborar lineamientos regionales para el uso responsable de IA en procedimientos de asilo",
        "output": "Lineamientos publicados en los tres idiomas",
        "indicator": "Instituciones que adoptan los lineamientos",
        "target": "8",
        "verification": "Actas de adopción",
    },
    {
        "activity": "Crear una red técnica regional de COI con puntos focales y repositorio compartido",
        "output": "Red en funcionamiento y repositorio con reglas de acceso",
        "indicator": "Productos compartidos",
        "target": "12",
        "verification": "Registro del repositorio",
    },
    {
        "activity": "Elaborar un diagnóstico y una propuesta de banco regional de intérpretes",
        "output": "Diagnóstico validado y propuesta de costos",
        "indicator": "Idiomas con al menos dos intérpretes formados",
        "target": "5",
        "verification": "Lista anonimizada del banco",
    },
    {
        "activity": "Diseñar un programa común de inducción para oficiales de elegibilidad",
        "output": "Programa en línea con evaluación",
        "indicator": "Oficiales que completan la inducción",
        "target": "100",
        "verification": "Certificados emitidos",
    },
    {
        "activity": "Acordar criterios comunes de triaje por perfil para los procedimientos diferenciados",
        "output": "Criterios escritos y ejercicio de calibración",
        "indicator": "Oficinas que aplican los criterios",
        "target": "15",
        "verification": "Muestra de casos revisada entre pares",
    },
    {
        "activity": "Establecer un conjunto mínimo de indicadores comparables de carga y de tiempos por etapa",
        "output": "Ficha de indicadores y primer reporte conjunto",
        "indicator": "Países que reportan los indicadores",
        "target": "10",
        "verification": "Reporte trimestral conjunto",
    },
)
_OF_THEME = {"ACC": 0, "BKL": 1, "DIG": 2, "COI": 3, "INT": 4, "CAP": 5, "MOD": 6, "QUA": 6, "SOL": 7}
_OF_WORDS = {
    "intérpret": 4,
    "formaci": 5,
    "formulario": 0,
    "registro": 0,
    "turno": 0,
    "países de origen": 3,
    "visita": 1,
}
_OF_WORDS |= {"plazo": 7, "indicador": 7, "entrevista": 6, "guía": 6}
_PHASES = ("", ", segunda fase", ", tercera fase")
_MECHANISMS = ("joint", "quito", "mirps", "joint", "pac")
_COOPERATION = ("technical", "peer", "financial", "none")
_ALIGNMENT = (
    "Eje 4 del Proceso de Quito; PAC Asilo de Calidad",
    "ETR Recepción, Admisión y Procesamiento de Casos",
    "",
)
_SUPPORT = ("ACNUR", "ACNUR y OIM", "OEA", "")


def columns(number: int, text: str, theme: str | None, states: list[str], used: list[str]) -> dict[str, Any]:
    """The fields of the ``number``-th line (from 0), born from ``text``; ``used`` are those before."""
    template = _OF_THEME.get(theme or "")
    if template is None:
        template = next((at for word, at in _OF_WORDS.items() if word in text.lower()), number % len(_LINES))
    made = dict(_LINES[template])
    phase = sum(activity.startswith(made["activity"]) for activity in used)
    leads = states[number % len(states) :][: 1 + number % 2] if states else []
    return made | {
        "activity": made["activity"] + (_PHASES[phase] if phase < len(_PHASES) else f", fase {phase + 1}"),
        "mechanism": _MECHANISMS[number % len(_MECHANISMS)],
        "alignment": _ALIGNMENT[number % len(_ALIGNMENT)],
        "leads": leads,
        "institution": "Comisiones nacionales de los países líderes",
        "support": _SUPPORT[number % len(_SUPPORT)],
        "quarter": 1 + number % 4,
        "year": 2026,
        "baseline": "0",
        "cooperation": _COOPERATION[number % len(_COOPERATION)],
    }


PRACTICES: tuple[dict[str, Any], ...] = (
    {
        "title": "Ventanilla móvil de registro en zonas de frontera",
        "tags": ["registro", "descentralización"],
        "period": "Desde 2023",
        "entities": "Comisión nacional para los refugiados y gobiernos locales",
        "partners": "ACNUR",
        "description": "Un equipo de cuatro personas recorre los municipios de frontera cada quince días, registra las "
        "solicitudes y entrega el documento provisional el mismo día.",
        "results": "El tiempo medio hasta el registro bajó de 90 a 20 días en los municipios atendidos.",
        "conditions": "Vehículo, conexión satelital y dos intérpretes por turno.",
        "replicability": "Alta, con presupuesto anual y un acuerdo con los municipios.",
        "contact": "Dirección técnica de la comisión nacional",
    },
    {
        "title": "Plantillas de resolución y guías de entrevista por perfil",
        "tags": ["calidad", "plantillas"],
        "period": "2022 a 2025",
        "entities": "Comisión nacional para los refugiados",
        "partners": "ACNUR; academia",
        "description": "Para los perfiles más frecuentes hay guía de entrevista, información de país vigente y "
        "plantilla de resolución con motivación individual.",
        "results": "Cada analista pasó de cuatro a siete resoluciones por semana, con revisión de calidad.",
        "conditions": "Unidad de información sobre países de origen y actualización semestral.",
        "replicability": "Media: requiere adaptar las plantillas al marco jurídico.",
        "contact": "Unidad de calidad de la comisión nacional",
    },
    {
        "title": "Sistema único de gestión de casos con bitácora de accesos",
        "tags": ["digitalización", "protección de datos"],
        "period": "Desde 2021",
        "entities": "Comisión nacional y autoridad de protección de datos",
        "description": "El expediente digital reúne registro, entrevista y decisión, con roles y bitácora de accesos.",
        "results": "El 85 % de los casos activos tiene expediente digital completo.",
        "conditions": "Mantenimiento con presupuesto nacional y personal técnico propio.",
        "replicability": "Alta: el código puede compartirse mediante convenio.",
        "contact": "Unidad de tecnología de la comisión nacional",
    },
)
REMARKS = (
    "Precisar el medio de verificación antes de la próxima reunión.",
    "Se sugiere empezar por una prueba piloto en dos oficinas.",
    "Coordinar con los calendarios de ambos mecanismos.",
)
RESERVATIONS = (
    "Sujeto a disponibilidad presupuestaria nacional.",
    "Pendiente de consulta con la autoridad de protección de datos.",
)
