"""What each entry of a programme is for, and what its parts are called, in Spanish and English."""

from server.programmes.words import Words

OWNERS: Words = {
    "delegations": ("la delegación", "delegation"),
    "themes": ("el tema", "theme"),
    "bank": ("el desafío", "challenge"),
    "sessions": ("la sesión", "session"),
    "activities": ("la actividad", "activity"),
    "options": ("la opción", "option"),
    "criteria": ("el criterio", "criterion"),
    "headings": ("el apartado", "heading"),
    "questions": ("la pregunta", "question"),
}
NUMBER = ("{0} número {1}", "{0} number {1}")

GLOSSES: Words = {
    "plenaria": ("escriba «plenaria: 1»", "write «plenaria: 1»"),
    "id": ("un identificador corto y único", "a short, unique identifier"),
    "code": ("un código corto que se lee en voz alta, por ejemplo S-01", "a short code to read aloud, such as S-01"),
    "title": ("el título, en español y otros idiomas", "the title, by language"),
    "name": ("el nombre, en español y otros idiomas", "the name, by language"),
    "place": ("la ciudad", "the city"),
    "zone": ("la zona horaria, por ejemplo America/Panama", "the time zone, such as America/Panama"),
    "rules": ("las reglas que se leen al entrar", "the rules people read on entering"),
    "confidentiality": ("qué puede contarse fuera de la sala", "what may be told outside the room"),
    "stored": ("qué se guarda y por cuánto tiempo", "what is stored and for how long"),
    "votes": ("qué garantiza el secreto del voto", "what the secrecy of a vote guarantees"),
    "delegations": ("la lista de delegaciones", "the list of delegations"),
    "sessions": ("la lista de sesiones", "the list of sessions"),
    "day": ("la fecha, por ejemplo 2025-09-24", "the date, such as 2025-09-24"),
    "start": ("la hora local, por ejemplo 09:30", "the local time, such as 09:30"),
    "minutes": ("la duración en minutos", "the length in minutes"),
    "kind": ("el tipo de actividad", "the kind of activity"),
    "setup": ("lo que se pregunta y cómo se responde", "what is asked and how it is answered"),
    "question": ("la pregunta que lee la sala", "the question the room reads"),
    "answer": ("single, multiple, scale o text", "single, multiple, scale or text"),
    "theme": ("el código de su tema", "the code of its theme"),
    "short": ("la etiqueta para los gráficos, hasta 32 caracteres", "the label for charts, up to 32 characters"),
    "text": ("el texto, en español y otros idiomas", "the text, by language"),
    "times": ("cuántas veces se cambia de mesa", "how many times groups change tables"),
    "low": ("el menor número de la escala", "the lowest number of the scale"),
    "high": ("el mayor número de la escala", "the highest number of the scale"),
    "low_label": ("qué significa el menor número", "what the lowest number means"),
    "at_least": ("el porcentaje que debe dar «from» o más", "the percentage that must give «from» or more"),
    "from": ("desde qué valor se está a favor", "from which rating on one is in favour"),
    "below": ("el porcentaje que no debe alcanzarse en contra", "the percentage against that must not be reached"),
    "to": ("hasta qué valor se está en contra", "up to which rating one is against"),
    "high_label": ("qué significa el mayor número", "what the highest number means"),
}
