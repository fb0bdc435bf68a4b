"""The words that the reader itself is made of: those of formats, labels, verbs and guards. No name of a person stands among them.

They grow with the reader, and so a mail of a new kind is told in a bug report as far as the reader's language goes.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import ModuleType

from app.parsing import dates, generic, guard_words, narration
from app.parsing.enrichment.directory import BY_TOKENS
from app.parsing.formats import Format, Layout
from app.parsing.money import ISO_CODES, SIGNS
from app.parsing.registry import ISSUERS

WORD = re.compile(r"[^\W\d_]+")
# What a pattern is made of besides words: escapes, groups' heads, sets of characters, repetitions.
MACHINERY = re.compile(r"\\[a-zA-Z]|\(\?(?:P<\w+>|<?[=!:]|-?i:?)|\[[^\]]{0,80}\]|\{[\d,]{1,7}\}")
CASELESS = r"\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff66-\uff9f"
COMMON = (
    # English, Hindi in Latin script
    "a about after again all also am an and any are as at be because been before being below between both but by can could day days dear did do does done down during each email every few for from further had has have having he hello help her here hi him his hour hours how i if in into is it its just kindly know let made madam make may me message more most must my need new no nor not note now of off on once one only or other our out over own per please received recent regarding sir same see sent she should since so some such sure than thank thanks that the their them then there these they this those through time to today too transaction transactions under until up us use used using very via view visit was we week were what when where which while who why will with within without would year years yes you your yours "
    "aapka aapke aapki aap hai hain ke ka ki ko se mein liye kiya gaya raha rahe hua dhanyavaad namaste rupaye "
    # Spanish, Portuguese, Italian, French
    "al como con cual cuando de del desde donde el ella en entre es esta este estimado estimada fue gracias ha hasta hay hola la las lo los más mi nos nuestra nuestro o para pero por que se si sin sobre su sus también te tu un una usted y "
    "ao aos com da das do dos e em foi isso já mas na nas no nos não o os ou pela pelo por prezado prezada qual quando que sem seu sua são também um uma você "
    "ai alla anche che ci cliente con dal dalla delle dello di ed gentile gli grazie i il in le ma mio nel nella non per più quando quello questa questo se sono stata stato sua suo sul tra una uno "
    "au aux avec bonjour ce ces cette cher chère client dans de des du elle en est et eu il ils je la le les leur lui mais merci mes mon nous ont ou par pas pour qu que qui sa ses son sur un une votre vos vous "
    # German, Dutch, the North, Polish, Turkish, Indonesian
    "aber als am an auch auf aus bei bis das dass dein deine dem den der des die dies diese dieser durch ein eine einem einen einer es für geehrte geehrter guten haben hallo hat herr frau ihr ihre ihrem ihren ihrer im in ist kein keine mit nach nicht noch oder sehr sich sie sind tag über um und uns unser von vor war was wenn werden wir wird wurde zu zum zur "
    "aan als bij beste dat de deze die dit door een en er geen geachte hebben heeft het hij hun ik in is je jouw kan met mijn naar niet of om onze ook op te tot uit uw van voor was wat we werd wij wordt zijn "
    "att av den det din ditt du ej en er ett för från har hej hei i inte jag kära med mot när och og om på som till til var vi är dig deg ditt ikke fra har hvis når "
    "dla do dzień dobry i jest na nie oraz po przez się szanowny twoje w z za ze "
    "bir bu da de değerli için ile ki ne ve veya sayın tarafından "
    "anda atau dan dari dengan di ini itu kami ke oleh pada terima kasih telah untuk yang yth"
).split()  # fmt: skip
CORE = (
    "bank card cards account accounts credit debit savings current amount payment transfer balance reference number date upi imps neft rtgs atm pos wallet customer alert alerts statement rupees "
    "dollar dollars euro euros banking online mobile net internet app service services team support greetings regards warm kind best sincerely inform informed report block unauthorised "
    "unauthorized authorised authorized genuine never ask asks password pin cvv otp otps sms toll free helpline centre center branch applicable charges fee fees interest rate limit available "
    "outstanding due minimum click link login log secure security fraud safe protect details summary information terms conditions privacy policy address view manage settings device change changes "
    "request requested successful successfully failed declined pending completed processed merchant beneficiary payee payer sender recipient remitter remarks narration description type mode status "
    "order receipt invoice bill subscription renewal plan total subtotal tax discount shipping delivery item items quantity price refund refunded cancelled confirmed booking ticket"
).split()  # fmt: skip


@cache
def vocabulary() -> frozenset[str]:
    """In lower case."""
    words = {word for text in _texts() for word in WORD.findall(_bare(text).lower())}
    names = {words[0] for words in BY_TOKENS if len(words) == 1} | {
        word for one in ISSUERS for word in WORD.findall(one.name.lower())
    }
    codes = {code.lower() for code in ISO_CODES} | {word for sign in SIGNS for word in WORD.findall(sign)}
    return frozenset(((words - names) | {*COMMON, *CORE} | codes) - {""})


@cache
def caseless() -> re.Pattern[str]:
    """Known pieces of scripts that know no capitals and often no blanks, the longest first."""
    pieces = {piece for text in _texts() for piece in re.findall(rf"[{CASELESS}]{{2,}}", _bare(text))}
    return re.compile("|".join(map(re.escape, sorted(pieces, key=len, reverse=True))))


def _bare(pattern: str) -> str:
    return MACHINERY.sub(" ", re.sub(r"\{\w+\}", " ", pattern))


def _texts() -> Iterator[str]:
    for issuer in ISSUERS:
        for form in issuer.formats:
            yield from _of_form(form)
        yield from (notice.sentence for notice in issuer.notices)
    modules = [importlib.import_module(f"{generic.__name__}.{one.name}") for one in pkgutil.iter_modules(generic.__path__)]
    for module in (dates, guard_words, narration, *modules):
        yield from _of_module(module)


def _of_form(form: Format | Layout) -> Iterator[str]:
    yield from form.also
    if isinstance(form, Format):
        yield form.sentence
    else:
        yield form.when
        yield from form.labels


def _of_module(module: ModuleType) -> Iterator[str]:
    for name, value in vars(module).items():
        if name.isupper():
            yield from _strings(value)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, re.Pattern):
        yield value.pattern
    elif isinstance(value, Mapping):
        yield from (text for pair in value.items() for text in _strings(pair))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (text for one in value for text in _strings(one))
