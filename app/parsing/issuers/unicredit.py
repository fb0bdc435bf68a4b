"""UniCredit. Cards and transfers, Italy."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "unicredit",
        "UniCredit",
        (
            "unicredit.it",
            "unicredit.eu",
        ),
        "IT",
        "EUR",
        aliases=("unicredit",),
    ),
)
