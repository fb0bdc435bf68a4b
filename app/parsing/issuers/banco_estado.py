"""BancoEstado. Cards and transfers, Chile."""

from app.parsing.formats import Issuer

ISSUERS = (
    Issuer(
        "bancoestado",
        "BancoEstado",
        ("bancoestado.cl",),
        "CL",
        "CLP",
        aliases=("bancoestado",),
    ),
)
