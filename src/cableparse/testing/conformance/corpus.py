"""Invented documents: a telegram, the wrappings that are bundled, and what is no cable at all."""

TELEGRAM = """\
VZCZCXRO4127
RR RUEHC RUEHOT
DE RUEHHA #0047/01 1351745
ZNR UUUUU ZZH
R 141745Z MAY 08
FM AMCONSUL HALIFAX
TO RUEHC/SECSTATE WASHDC PRIORITY 0231
INFO RUEHOT/AMEMBASSY OTTAWA 0112
RUEHZZ/ALL POSTS COLLECTIVE

UNCLAS SECTION 01 OF 02 HALIFAX 000047

SIPDIS
SENSITIVE

STATE FOR WHA/CAN

E.O. 12958: N/A
TAGS: EWWT, ETRD, CA
SUBJECT: THE LIGHTHOUSE FUND RUNS OUT OF OIL

REF: A. HALIFAX 31
     B. 07 OTTAWA 1204 (NOTAL)

1. (SBU) SUMMARY: The lighthouse fund has oil for three more weeks. Keepers
say that lamps will be lit every other night. END SUMMARY.

-----------------
Who Pays for Oil
-----------------

2. (U) The harbor office paid until April. Its clerk, XXXXXXXXXXXX, told us
that the ledger was "closed, and so is the drawer."

HALIFAX 00000047  002 OF 002

3. (SBU) Fishing towns offered to pay by the herring:

-- a barrel for each lamp, and
-- a second barrel for fog.

14. (U) COMMENT: A dark coast would cost more than oil does. END COMMENT.

MARROWBY
"""

_TABLE = "".join(
    f"<tr><th>{name}</th></tr><tr><td>{value}</td></tr>"
    for name, value in (("Reference ID", "08HALIFAX47"), ("Created", "2008-05-14 17:05"))
)

_ATTRIBUTES = """\
Current Classification: UNCLASSIFIED
Document Number: 2008HALIFA00047
Draft Date: 14 MAY 2008
Locator: TEXT ON-LINE, ON MICROFILM
Original Classification: UNCLASSIFIED
Original Handling Restrictions: n/a
Review Markings:
 Jane A. Roe
 Declassified/Released
Subject: THE LIGHTHOUSE FUND
 RUNS OUT OF OIL
TAGS: EWWT, ETRD, CA, n/a
Type: TE
"""

_KEY = """\
Key fingerprint 0000 1111 2222 3333

-----BEGIN PGP PUBLIC KEY BLOCK-----
aG9sZCB0aGUgbGFtcAo=
-----END PGP PUBLIC KEY BLOCK-----
"""

WRAPPED = (
    (
        "scoop, text",
        (
            f"Cablegate: The Lighthouse Fund Runs Out of Oil\n\n{TELEGRAM}\n"
            "© Scoop Media\n\nWorld Headlines\n\nTwo Moons Seen Above the Gasworks More>>\n"
        ),
    ),
    (
        "scoop, page",
        "<!DOCTYPE html>\n<html><head><title>Cablegate: The Lighthouse Fund | Scoop News</title>"
        "</head><body><ul><li>Menu</li></ul><div><h1>Cablegate: The Lighthouse Fund</h1><div><p>"
        + TELEGRAM.replace("\n", "<br />\n")
        + "</p></div></div><div>© Scoop Media</div></body></html>\n",
    ),
    (
        "wikileaks, dump",
        (
            "08HALIFAX47\nThe Lighthouse Fund Runs Out of Oil\nWed May 14 00:00:00 +0200 2008\n"
            f"UNCLASSIFIED//FOR OFFICIAL USE ONLY\nConsulate Halifax\n{TELEGRAM}"
        ),
    ),
    (
        "wikileaks-page, page",
        "<!DOCTYPE html>\n<html><head><title>Cables</title></head><body><ul><li>Browse</li></ul>"
        "<h3>Viewing cable 08HALIFAX47, THE LIGHTHOUSE FUND RUNS OUT OF OIL</h3>"
        f"<table class='cable'>{_TABLE}</table><code><pre>"
        + TELEGRAM.replace("\n", "&#x000A;")
        + "</pre></code></body></html>\n",
    ),
    ("nara, file", f"Message Text\n\n{TELEGRAM}\nMessage Attributes\n\n{_ATTRIBUTES}"),
    (
        "nara, text not on line",
        (
            "Message Text\n\nTELEGRAM TEXT FOR THIS MRN IS UNAVAILABLE\n\nMessage Attributes\n\n"
            + _ATTRIBUTES.replace("TEXT ON-LINE, ON MICROFILM", "ADS TEXT UNRETRIEVABLE")
        ),
    ),
    (
        "plusd, text",
        (
            f"{_KEY}\nTips\n\nDate: 2008 May 14, 00:00 (Wednesday)\n"
            "Canonical ID: 2008HALIFA00047_a\nOriginal Classification: UNCLASSIFIED\n"
            f"TAGS: EWWT - Waterborne Transportation | CA - Canada\n\nShow Headers\n{TELEGRAM}"
        ),
    ),
    (
        "plusd, page",
        "<!DOCTYPE html>\n<html><head><title>A cable</title><script>lit()</script></head><body>"
        f"<a href='/plusd/'>Browse</a><pre>{_KEY}</pre><table><tr><th>Canonical ID</th>"
        "<td>2008HALIFA00047_a</td></tr></table><div><a>Show Headers</a><pre>"
        + TELEGRAM
        + "</pre></div><div>More lamps</div></body></html>\n",
    ),
)
"""A document in each bundled wrapping; the name's first word is the format that claims it."""

FOREIGN = (
    ("a letter", "Dear keeper,\n\nplease send the lamp back with the next boat.\n\nYours, Ola\n"),
    ("a shopping list", "oil\nwicks, three dozen\nherring\n"),
    ("prose", "The harbor was empty, and nobody counted the herring. " * 40 + "\n"),
    ("JSON", '{"lamps": [{"name": "North Head", "lit": true}], "oil": null}\n'),
    ("CSV", "lamp;lit;oil\nNorth Head;yes;12\nSouth Head;no;0\n"),
    ("a web page", "<!DOCTYPE html>\n<html><body><h1>Lamps</h1><p>All lit.</p></body></html>\n"),
    ("XML", '<?xml version="1.0"?>\n<lamps><lamp lit="no">South Head</lamp></lamps>\n'),
    ("a program", "def light(lamp):\n    return lamp.oil > 0\n"),
    ("a log", "2008-05-14 17:45:00 INFO lamp North Head lit\n" * 5),
    ("numbers", " ".join(str(number) for number in range(400)) + "\n"),
)
"""What is no cable; no format may claim one of these."""
