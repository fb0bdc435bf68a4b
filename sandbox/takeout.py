"""The labels of a Google Takeout export: Gmail's own, by the names that the account's language gives them, and a person's."""

import csv
import re
from collections.abc import Iterable
from email.header import decode_header, make_header

# The names of each label: English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Czech, Russian, Hindi, Japanese.
_NAMES = {
    "INBOX": "inbox|posteingang|boîte de réception|recibidos|bandeja de entrada|caixa de entrada|posta in arrivo|postvak in"
    "|odebrane|doručená pošta|doručené|входящие|इनबॉक्स|受信トレイ",
    "SENT": "sent|gesendet|envoyé|envoyés|messages envoyés|enviado|enviados|enviadas|e-mails enviados|inviata|inviati"
    "|posta inviata|verzonden|wysłane|odeslané|odeslaná pošta|отправленные|भेजे गए|भेजा गया|送信済み",
    "SPAM": "spam|спам|स्पैम|迷惑メール",
    "TRASH": "trash|bin|papierkorb|corbeille|papelera|lixeira|lixo|cestino|prullenbak|kosz|koš|корзина|ट्रैश|ゴミ箱",
    "DRAFT": "draft|drafts|entwurf|entwürfe|brouillon|brouillons|borrador|borradores|rascunho|rascunhos|bozza|bozze|concept"
    "|concepten|wersje robocze|koncepty|черновики|ड्राफ़्ट|ड्राफ्ट|下書き",
    "CHAT": "chat|chats",
    "STARRED": "starred|markiert|suivi|suivis|messages suivis|destacado|destacados|com estrela|speciale|speciali|met ster"
    "|oznaczone gwiazdką|s hvězdičkou|помеченные|तारांकित|スター付き",
    "IMPORTANT": "important|wichtig|importants|importante|importantes|importanti|belangrijk|ważne|důležité|важное|महत्वपूर्ण|重要",
    "UNREAD": "unread|ungelesen|non lu|non lus|no leído|no leídos|sin leer|não lido|não lidos|não lidas|non letti|da leggere"
    "|ongelezen|nieprzeczytane|nepřečtené|непрочитанные|अपठित|未読",
    # What Takeout says of a mail, and Gmail does not: it was read; it is in no other place.
    "": "opened|geöffnet|gelesen|ouvert|ouverts|abierto|abiertos|aberto|abertos|aperto|aperti|geopend|otwarte|otevřeno"
    "|открытые|開封済み",
    "archived": "archived|archiviert|archivé|archivés|messages archivés|archivado|archivados|arquivado|arquivados|archiviata"
    "|archiviati|gearchiveerd|zarchiwizowane|archivováno|архивированные|アーカイブ済み",
}
_CATEGORIES = {
    "CATEGORY_UPDATES": "updates|neuigkeiten|benachrichtigungen|notifications|mises à jour|notificaciones|novedades|atualizações"
    "|aggiornamenti|powiadomienia|aktualizace",
    "CATEGORY_PROMOTIONS": "promotions|werbung|promociones|promoções|promozioni|reclame|oferty|promoakce|reklamy",
    "CATEGORY_SOCIAL": "social|soziale netzwerke|réseaux sociaux|redes sociais|sociaal|społeczności|sociální sítě",
    "CATEGORY_FORUMS": "forums|foren|foros|fóruns|forum|fora|fóra",
    "CATEGORY_PERSONAL": "personal|persönlich|allgemein|e-mails personnels|pessoal|personale|persoonlijk|osobiste|osobní",
}
_CATEGORY = re.compile(r"(?:category|kategorie|catégorie|categoría|categoria|categorie|kategoria)\b ?:? ?(.+)")
_PLACES = frozenset(("INBOX", "SENT", "SPAM", "TRASH", "DRAFT", "CHAT", "archived"))
_FLAG = "imap_"  # what an IMAP client left on a mail, such as IMAP_$Forwarded: nobody named it


def _by_name(table: dict[str, str]) -> dict[str, str]:
    return {name: label for label, names in table.items() for name in names.split("|")}


_LABELS, _KINDS = _by_name(_NAMES), _by_name(_CATEGORIES)


def system_label(name: str) -> str | None:
    """Gmail's label of this name; `archived` or nothing for a word of Takeout alone; None for a name of somebody's own."""
    bare = name.lower()
    category = _CATEGORY.fullmatch(bare)
    return _KINDS.get(category[1].strip('" „“«»')) if category else _LABELS.get(bare)


def labels_of(header: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of X-Gmail-Labels, unfolded: Gmail's labels, and the names that the person gave.

    A mail of which no name known here says where it is, is in the inbox: an export in another language is not lost to a search.
    """
    names = [" ".join(name.split()) for name in _split(_decoded(header))]
    found = {name: system_label(name) for name in names if name and not name.lower().startswith(_FLAG)}
    known = [label for label in found.values() if label is not None]
    placed = known if not _PLACES.isdisjoint(known) else ["INBOX", *known]
    named = (name for name, label in found.items() if label is None)
    return _once(label for label in placed if label and label != "archived"), tuple(named)


def _split(text: str) -> list[str]:
    """A name with a comma stands in quotes."""
    try:
        return next(csv.reader([text], skipinitialspace=True), [])
    except csv.Error:
        return text.split(",")


def _once(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(labels))


def _decoded(value: str) -> str:
    try:
        return str(make_header(decode_header(value)))
    except (ValueError, LookupError):
        return value
