# ruff: noqa: E501 - a sentence of a mail stands on one line, as its issuer sends it
"""Everything else that lands in a mailbox: friends, work, newsletters, notifications. None of it is about money that moved."""

from functools import partial

from sandbox.mails import brands
from sandbox.templates import Template

_private = partial(Template, trap="private", channel="private", look="plain", label="CATEGORY_PERSONAL")
_newsletter = partial(Template, trap="newsletter", channel="newsletter", look="campaign", label="CATEGORY_PROMOTIONS")
_notification = partial(Template, trap="notification", channel="notification", look="receipt")

TEMPLATES = (
    _private(
        "friend-dinner", brands.FRIEND, "Ritika Sen <ritika.sen@friends.example>", "Saturday?",
        """
        Hey {first},

        are you around on Saturday? We thought of trying the new place near {place}, table for six at eight.

        Bring the board game if you still have it!

        Ritika
        """,
        form="text", weight=13,
    ),
    _private(
        "friend-photos", brands.FRIEND, "Dev Mathur <dev.mathur@friends.example>", "Photos from the trek",
        """
        Hi {first},

        finally sorted the photos. The ones from the ridge came out best, have a look and tell me which you want printed.

        The album is open to everybody who was there.

        Cheers
        Dev
        """,
        weight=9,
    ),
    _private(
        "family-news", brands.FRIEND, "Amma <amma.home@friends.example>", "Re: coming home",
        """
        Dear {first},

        good that you will come on {due:%A}. The mangoes are nearly ripe and your cousin asks every day when you arrive.

        Call when you are on the train.
        """,
        form="html", weight=6,
    ),
    _private(
        "work-minutes", brands.WORK, "Leena Thomas <leena.thomas@brightpath.example>", "Minutes: planning {date:%d %b}",
        """
        Hi all,

        minutes of today's planning:

        1. The search page moves to next sprint.
        2. {first} looks into the slow export until {due:%A}.
        3. Retrospective on Friday at four, room Godavari.

        Leena
        """,
        form="text", weight=10,
    ),
    _private(
        "work-review", brands.WORK, "Karan Bedi <karan.bedi@brightpath.example>", "Re: review of the draft",
        """
        {first}, I read the draft twice.

        The second half is strong. The beginning could be shorter: say what changes for the reader, then how.

        Happy to talk tomorrow.
        Karan
        """,
        weight=8,
    ),
    _newsletter(
        "weekly-reader", brands.GAZETTE, "The Weekly Reader <hello@weeklyreader.example>", "This week: clocks, beans and three good walks",
        "# This week in the Reader\n\nGood morning {first}. Four stories for a slow weekend, chosen by people who read too much.\n\n[Read online]",
        form="html", weight=6,
    ),
    _newsletter(
        "developer-digest", brands.DIGEST, "Developer Digest <digest@devdigest.example>", "Digest {number}: boring technology, again",
        """
        # Developer Digest

        Hello {first}, here is what people argued about this week: queues that lose messages, indexes that nobody reads and a very long thread on tabs.

        [Open the digest]
        """,
        weight=5, patterns={"number": "4##"},
    ),
    _newsletter(
        "yoga-studio", brands.STUDIO, "Ananda Studio <namaste@anandastudio.example>", "New morning classes from {due:%d %B}",
        "# Mornings are back\n\nDear {first}, from {due:%A, %d %B} we open at six again. The timetable is on our page; mats are in the hall as always.\n\n[See the timetable]",
        form="html", weight=4,
    ),
    _notification(
        "code-review-asked", brands.FORGE, "forge-notifications <notifications@codeforge.example>", "[export] Make the slow path lazy (#{number})",
        """
        kbedi requested your review on: #{number} Make the slow path lazy.

        3 files changed, 41 insertions, 87 deletions.

        [View it]

        - You are receiving this because your review was requested.
        """,
        weight=10, patterns={"number": "1###"},
    ),
    _notification(
        "calendar-invitation", brands.CALENDAR, "Calendar <calendar-notification@calendar.example>", "Invitation: Retrospective @ {due:%a %d %b}",
        """
        # Retrospective

        | When | {due:%A, %d %B %Y} |
        | Where | Room Godavari |
        | Who | leena.thomas, karan.bedi, you |

        [Yes]

        [No]
        """,
        form="html", weight=8,
    ),
    _notification(
        "new-sign-in", brands.FORGE, "Forge Security <security@codeforge.example>", "New sign-in to your account",
        "Hi {first}, your account was signed in to from a new device near {city}. If this was you, there is nothing to do.",
        weight=6,
    ),
    _notification(
        "job-alert", brands.JOBS, "Job Alerts <alerts@jobsboard.example>", "12 new jobs for you in {city}",
        """
        # Jobs you may like

        Backend developer at Indus Robotics, {city}

        Data engineer at Tealwave Logistics, remote

        Platform engineer at Nimbus Textiles, {city}

        [See all jobs]
        """,
        form="html", weight=8,
    ),
)  # fmt: skip
