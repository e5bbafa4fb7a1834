"""Numbers with the word for so many, in the languages of the pages."""

from sessions.text import Text, number_of


def people(number: int) -> Text:
    return {
        "es": number_of(number, "persona", "personas"),
        "en": number_of(number, "person", "people"),
        "pt": number_of(number, "pessoa", "pessoas"),
    }


def delegations(number: int) -> Text:
    return {
        "es": number_of(number, "delegación", "delegaciones"),
        "en": number_of(number, "delegation", "delegations"),
        "pt": number_of(number, "delegação", "delegações"),
    }


def people_of(number: int, of: int) -> Text:
    """``number`` people of ``of`` delegations."""
    who, whose = people(number), delegations(of)
    return {
        "es": f"{who['es']} de {whose['es']}",
        "en": f"{who['en']} of {whose['en']}",
        "pt": f"{who['pt']} de {whose['pt']}",
    }
