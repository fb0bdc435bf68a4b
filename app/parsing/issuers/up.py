"""Up. Receipts, Australia."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Format, Issuer, Sample

ISSUERS = (
    Issuer(
        "up",
        "Up",
        ("up.com.au",),
        "AU",
        "AUD",
        (
            Format(
                "receipt",
                OUT,
                "Receipt: {counterparty}, {amount}",
                Kind.PURCHASE,
                Sample(
                    "Up\n☕ Quokka Coffee\n−$5.80\nThu 21 May 2026, 7:44am\nRound up: $0.20 to Holiday",
                    "5.80 AUD",
                    counterparty="Quokka Coffee",
                    when="2026-05-21T07:44:00",
                    subject="Receipt: Quokka Coffee, $5.80",
                ),
                where="subject",
                also=(
                    "−{balance} {datetime} Round",
                    "-{balance} {datetime}",
                ),
                seen=True,
            ),
        ),
    ),
)
