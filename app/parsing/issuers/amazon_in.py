"""Amazon.in. Orders paid in advance; those paid on delivery are no payments yet."""

from app.domain.transaction import Kind
from app.parsing.formats import OUT, Issuer, Layout, Sample

ISSUERS = (
    Issuer(
        "amazon-in",
        "Amazon.in",
        ("amazon.in",),
        "IN",
        "INR",
        (
            Layout(
                "order-prepaid",
                OUT,
                "order total&&prepaid",
                {"Order total": "amount", "Payment method": "account"},
                Kind.PURCHASE,
                Sample(
                    "Thanks for your order, Asha!\nOrder # 404-1234567-7654399\n* Steel Kettle 1.5 L\nQuantity: 1\nItem subtotal | ₹1,399.00\nPromotion applied | -₹100.00\nOrder total | ₹1,299.00\nPayment method | Prepaid - Visa ending in 3318",
                    "1299.00 INR",
                    counterparty="Amazon.in",
                    account="3318",
                    reference="404-1234567-7654399",
                    subject='Ordered: "Steel Kettle 1.5 L..."',
                ),
                counterparty="Amazon.in",
                also=("Order # {reference}",),
                seen=True,
            ),
        ),
    ),
)
