"""The category a transaction starts with, decided by its kind alone."""

from app.domain.transaction import Direction, Kind, Transaction

_BY_KIND = {
    Kind.SALARY: "income.salary",
    Kind.INTEREST: "income.interest",
    Kind.REFUND: "refunds",
    Kind.REVERSAL: "refunds",
    Kind.WITHDRAWAL: "cash",
    Kind.FEE: "fees",
    Kind.BILL_PAYMENT: "bills",
    Kind.TRANSFER: "transfers",
    Kind.TOPUP: "transfers.wallet",
    Kind.PURCHASE: "shopping",
}


def first_category(transaction: Transaction) -> str:
    """The slug of a row of `categories`. Interest that was charged is a fee, not income."""
    if transaction.kind is Kind.INTEREST and transaction.direction is Direction.DEBIT:
        return "fees"
    return _BY_KIND.get(transaction.kind, "other")
