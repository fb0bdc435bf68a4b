# ruff: noqa: E501 - a sentence of a mail stands on one line, as its issuer sends it
"""Indian mails in which no money moved: codes, offers, statements, reminders, declines, announcements."""

from sandbox.mails import brands
from sandbox.slots import Amounts
from sandbox.templates import Template

_BILL = Amounts(2_500, 60_000)

TEMPLATES = (
    Template(
        "hdfc-otp", brands.HDFC, "HDFC Bank <alerts@hdfcbank.bank.in>", "OTP for your online transaction",
        """
        Dear Customer,

        {otp} is the OTP for your transaction of Rs. {amount:in} at {merchant} on HDFC Bank Credit Card ending {card}. The OTP is valid for 5 minutes. Do not share it with anyone.
        """,
        trap="otp", form="text", weight=5, channel="credit_card",
    ),
    Template(
        "sbi-otp", brands.SBI, "SBI <donotreply@alerts.sbi.bank.in>", "OTP for fund transfer",
        "Dear Customer, OTP for transfer of Rs {amount:in} to A/c ending 8890 is {otp}. Valid for 3 minutes. NEVER share OTP with anyone, including SBI staff.",
        trap="otp", form="text", weight=3,
    ),
    Template(
        "amex-safekey", brands.AMEX_IN, "American Express <AmericanExpress@welcome.americanexpress.com>",
        "Your SafeKey One-Time Password to complete your online purchase",
        "Your SafeKey One-Time Password is {otp} for the purchase of INR {amount:in} at {merchant} on your Card ending 9{card}. It expires in 10 minutes.",
        trap="otp", form="html", weight=2, channel="credit_card",
    ),
    Template(
        "hdfc-statement", brands.HDFC, "HDFC Bank Credit Cards <Emailstatements.cards@hdfcbank.bank.in>",
        "Your HDFC Bank Regalia Credit Card Statement - {date:%B-%Y}",
        """
        Dear Customer,

        Your Credit Card statement is attached.

        | Card ending | {card} |
        | Total Amount Due | Rs. {amount:in} |
        | Minimum Amount Due | Rs. {minimum:in} |
        | Payment Due Date | {due:%d/%m/%Y} |

        Pay now through NetBanking or UPI and get 5% cashback up to Rs.250.
        """,
        trap="statement", form="pdf", weight=2, channel="credit_card", amounts=_BILL, splits=("rest", "minimum"),
    ),
    Template(
        "axis-bill", brands.AXIS, "Axis Bank <cc.statements@axis.bank.in>", "Your Axis Bank Flipkart Credit Card ending XX{card} - {date:%B %Y}",
        """
        Dear {name},

        Your Axis Bank Credit Card XX{card} bill is generated. Total Payment Due: {amount:in} Dr. Minimum Payment Due: {minimum:in} Dr. Payment due date: {due:%d/%m/%Y}.

        Pay now to avoid a late fee of up to INR 1,200.
        """,
        trap="statement", form="pdf", look="stacked", weight=1.5, channel="credit_card", amounts=_BILL, splits=("rest", "minimum"),
    ),
    Template(
        "airtel-bill", brands.AIRTEL, "Airtel <ebill@airtel.com>", "Your Airtel bill is ready",
        "Hi {first}, your bill for 98XXXXXX10 is ₹{amount:in}. Due date {due:%d %b %Y}. Pay using UPI and win.",
        trap="statement", look="receipt", weight=1.5, channel="receipt",
    ),
    Template(
        "sbicard-due", brands.SBI_CARD, "SBI Card <statements@sbicard.com>", "Payment reminder for your SBI Card",
        """
        Dear Cardholder,

        This is a gentle reminder that the payment for your SBI Card ending {card} is due on {due:%d %B %Y}.

        | Total Amount Due | Rs. {amount:in} |
        | Minimum Amount Due | Rs. {minimum:in} |

        Please ignore if already paid.
        """,
        trap="due_reminder", form="html", weight=2, channel="credit_card", amounts=_BILL, splits=("rest", "minimum"),
    ),
    Template(
        "kotak-due", brands.KOTAK, "Kotak Bank <BankAlerts@kotak.com>", "Your Kotak Credit Card payment is due",
        "Dear Customer, your Kotak Credit Card xx{card} payment of Rs. {amount:in} is due on {due:%d-%b-%Y}. Pay now to avoid late charges.",
        trap="due_reminder", form="text", weight=1.5, channel="credit_card", amounts=_BILL,
    ),
    Template(
        "cred-due", brands.CRED, "CRED <protect@cred.club>", "your HDFC credit card bill is due in 3 days",
        """
        {first},

        your HDFC Bank credit card bill is due by {due:%B %-d, %Y}

        HDFC Bank .... xxxx {card}

        | total due | ₹{amount:in} |
        | min due | ₹{minimum:in} |

        pay now and win up to ₹1,000 cashback
        """,
        trap="due_reminder", form="html", look="receipt", weight=2, channel="credit_card", amounts=_BILL, splits=("rest", "minimum"),
    ),
    Template(
        "hdfc-declined", brands.HDFC, "HDFC Bank InstaAlerts <alerts@hdfcbank.net>", "Transaction declined on your HDFC Bank Debit Card",
        """
        Dear Customer,

        Your transaction of Rs.{amount:in} at {merchant} on HDFC Bank Debit Card ending {card} on {date:%d-%m-%Y} was declined due to insufficient balance. No amount has been debited.
        """,
        trap="declined", weight=1.5, channel="debit_card",
    ),
    Template(
        "indusind-declined", brands.INDUSIND, "IndusInd Bank <transactionalert@indusind.com>", "IndusInd Bank Transaction Alert",
        """
        Dear Customer,

        The transaction on your IndusInd Bank Credit Card ending {card} for INR {amount} on {date:%d-%m-%Y %I:%M:%S %p} at {merchant} is Declined. Pls call 18602677777 for queries.
        """,
        trap="declined", form="html", weight=1, channel="credit_card",
    ),
    Template(
        "swiggy-payment-failed", brands.SWIGGY, "Swiggy <noreply@swiggy.in>", "Your payment was not completed",
        "Hi {first}, Thanks for using Swiggy! Your payment of ₹{amount:short} for Swiggy order #{order} was not completed. If money was deducted, it will be refunded in 5-7 working days.",
        trap="declined", form="html", look="receipt", weight=1, channel="receipt", patterns={"order": "2047########"},
    ),
    Template(
        "hdfc-emandate-upcoming", brands.HDFC, "HDFC Bank InstaAlerts <alerts@hdfcbank.bank.in>", "Upcoming E-mandate (Auto payment)",
        """
        Dear Customer,

        Greetings from HDFC Bank!

        There is an upcoming E-mandate (Auto payment) of INR {amount:in} for {subscription}. Amount will be debited from your HDFC Bank Credit Card ending {card} on {soon:%d/%m/%Y}.

        To cancel or modify, visit the SI hub.
        """,
        trap="upcoming_debit", form="html", weight=2, channel="mandate",
    ),
    Template(
        "icici-autopay-upcoming", brands.ICICI, "ICICI Bank <alert@icici.bank.in>", "AutoPay: upcoming debit",
        "Dear Customer, your account will be debited with Rs {amount:in} on {soon:%d-%b-%y} towards {subscription} for AutoPay MERCHANTMANDATE, RRN {rrn}-ICICI Bank. To manage, open iMobile > UPI > AutoPay.",
        trap="upcoming_debit", form="text", weight=1.5, channel="mandate",
    ),
    Template(
        "idfc-mandate-registered", brands.IDFC, "IDFC FIRST Bank <noreply@idfcfirst.bank.in>", "E-mandate registered on your Debit Card",
        "Dear Customer,\n\nYour e-mandate for {subscription} is set up on Debit Card ending {card}. Amount up to ₹75000 as presented. SI ID: {si}.",
        trap="mandate_registration", form="html", weight=1, channel="mandate", patterns={"si": "QZ@@Wm@v#P"},
    ),
    Template(
        "zomato-refund-initiated", brands.ZOMATO, "Zomato <noreply@zomato.com>", "Refund initiated for your order",
        "We have initiated a refund of ₹{amount:in} for order ID {order}. The amount will be credited to your original payment method in 5-7 business days.",
        trap="refund_initiated", form="html", look="receipt", weight=1.2, channel="receipt", patterns={"order": "70########"},
    ),
    Template(
        "hdfc-balance", brands.HDFC, "HDFC Bank InstaAlerts <alerts@hdfcbank.bank.in>", "View: Account update for your HDFC Bank A/c",
        """
        Dear Customer,

        Greetings from HDFC Bank!

        The available balance in your account ending XX{account} is Rs. INR {balance:in} as of {date:%d-%b-%y}. Please note that deposits or credits may take some time to reflect in your account.
        """,
        trap="balance", form="html", weight=2.5,
    ),
    Template(
        "axis-neft-initiated", brands.AXIS, "Axis Bank <alerts@axis.bank.in>", "NEFT is initiated from your account",
        """
        Dear {name},

        A NEFT request of INR {amount:in} to {payee:upper} is initiated from your A/c no. XX{account} and is scheduled for the next settlement batch. You will be notified once it is processed.
        """,
        trap="other", form="html", weight=1,
    ),
    Template(
        "kotak-collect-request", brands.KOTAK, "Kotak Bank <BankAlerts@kotak.com>", "Payment request on Kotak811",
        "{payee:upper} has requested Rs.{amount:in} from you on Kotak811. Pay only if you know the requester. Decline the request otherwise; no amount has left your account.",
        trap="request", form="text", weight=1, channel="upi",
    ),
    Template(
        "icici-limit", brands.ICICI, "ICICI Bank <credit_cards@icicibank.com>", "Your credit limit can be increased",
        """
        Dear Customer,

        Good news! The credit limit on your ICICI Bank Credit Card XX{card} can be increased from INR 3,20,000 to INR 4,50,000. SMS CRLIM {card} to 5676766 before {due:%d-%m-%Y} to accept.
        """,
        trap="limit", weight=1, channel="credit_card",
    ),
    Template(
        "hdfc-loan-offer", brands.HDFC, "HDFC Bank <information@mailers.hdfcbank.bank.in>", "A/c xx{account}: Rs.{loan:in} is waiting for you",
        """
        ! Instant money, no paperwork

        Hi {first},

        You are pre-approved for a Personal Loan of **Rs. {loan:in}** at 10.75%* p.a. The money can be credited to your account ending {account} in 10 seconds!

        EMI from Rs. 2,149 per lakh. Processing fee Rs. 999 only till {due:%d-%m-%Y}.

        [Apply now]

        - T&C apply. Credit at the sole discretion of HDFC Bank Ltd.
        """,
        trap="offer", weight=3, look="campaign", form="html", label="CATEGORY_PROMOTIONS",
    ),
    Template(
        "axis-cashback", brands.AXIS, "Axis Bank <info@digital.axisbankmail.bank.in>", "Get INR 500 cashback on your next purchase",
        """
        Hi {first},

        Spend INR 5,000 or more on your Axis Bank Credit Card XX{card} before {due:%d-%m-%Y} and INR 500 cashback will be credited to your card within 90 days.

        [Shop now]
        """,
        trap="promo", weight=3, channel="credit_card", look="campaign", form="html", label="CATEGORY_PROMOTIONS",
    ),
    Template(
        "gpay-flex", brands.GPAY, "Google Pay <googlepay-noreply@google.com>", "Say hello to Flex. A credit card by Google Pay",
        "Every swipe earns you stars. Unlock welcome benefits worth ₹500 when you spend ₹1,000 in 30 days. Apply now.",
        trap="promo", weight=2, look="campaign", form="html", label="CATEGORY_PROMOTIONS",
    ),
    Template(
        "cred-referral", brands.CRED, "CRED <from@cred.club>", "₹750 for you, ₹750 for them",
        "{first}, invite a friend. when they pay their first credit card bill of ₹5,000 or more, ₹750 gets credited to both of you. ends {due:%d %b %Y}.",
        trap="promo", weight=2, look="campaign", form="html", label="CATEGORY_PROMOTIONS",
    ),
    Template(
        "zerodha-withdrawal-asked", brands.ZERODHA, "Zerodha <noreply-cashier@mailer.zerodha.com>", "Withdrawal request received",
        """
        Hi {first},

        Your withdrawal request of ₹{amount:in} has been placed and will be processed by end of day. The amount will be credited to your bank account XX{account} within 24 hours.
        """,
        trap="other", form="html", weight=0.8, channel="investment",
    ),
)  # fmt: skip
