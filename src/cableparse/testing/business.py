"""The words of the invented drafts: people, places and business that nobody ever reported on."""

SURNAMES = (
    "Aldbrook", "Bexmoor", "Carrowby", "Dunsavel", "Eskeldine", "Fennimarsh", "Garrowden",
    "Hexwold", "Inglemoor", "Jessamere", "Kettlewin", "Lorrimast", "Merrowgate", "Nibthorpe",
    "Ottersley", "Penhallick", "Quarndale", "Rushforde", "Saltmarrow", "Thistleby", "Ulverstow",
    "Vendersley", "Wraxmere", "Yarrowdene", "Zellerby",
)  # fmt: skip

GIVEN_NAMES = (
    "Anneke", "Bastian", "Corinna", "Dorian", "Elspeth", "Florian", "Greta", "Harald", "Ilse",
    "Joram", "Katrin", "Leonard", "Mirela", "Nils", "Odile", "Piers", "Renata", "Silvan", "Tamsin",
    "Viktor",
)  # fmt: skip

OFFICES = (
    "Deputy Director of Lighthouses", "Harbor Registrar", "Secretary of the Weavers' Guild",
    "Chief Inspector of Ferries", "Director of the Seed Archive", "Chairman of the Tide Commission",
    "Keeper of the Municipal Clocks", "Head of the Orchard Service", "Warden of the Salt Pans",
    "Curator of the Map Room",
)  # fmt: skip

BODIES = (
    "the Tide Commission", "the Guild of Weavers", "the harbor board", "the Orchard Service",
    "the Office of Weights", "the ferry cooperative", "the Seed Archive", "the bridge authority",
    "the district council", "the School of Glassblowers",
)  # fmt: skip

PLACES = (
    "Lower Quillan", "Saint Ambrel", "Port Ostery", "the Vale of Tarn", "Cape Merrow",
    "New Hollin", "the Upper Canal", "Larkmoor", "the Old Customs House", "Winterby",
)  # fmt: skip

THINGS = (
    "ferry timetables", "lighthouse lamps", "seed potatoes", "woollen sails", "church bells",
    "glass floats", "orchard ladders", "salt barrels", "canal locks", "weather kites",
    "harbor pilots", "beehives",
)  # fmt: skip

SENTENCES = (
    (
        "{office} {person} told Econoff on {date} that {body} expects to inspect {number} {things} "
        "before the end of the season, and that {place} will come first."
    ),
    "The order on {things} was published in {place} after {body} had postponed it three times.",
    "{person} conceded that the figures were old, and promised better ones by {month}.",
    (
        "At a meeting on {date}, {body} agreed to share the cost of {things} with {place}, which "
        "had refused to pay since the spring."
    ),
    "Poloff visited {place} on {date} and found the work half done.",
    "Nobody in {place} could say who had ordered the {things}.",
    '{person} described the plan as "a bridge to nowhere in particular" and asked for time.',
    'In {place} the rule is called "the second tide" because it comes round again.',
    "Imports of {things} rose by {percent} percent last year, according to {body} (see ref).",
    "{body_first} has {number} members, of whom about a third come from {place}.",
    "Two U.S. firms have asked for the terms - neither has had an answer.",
    (
        "The budget for {things} will be cut, {person} said, unless {body} finds {number} thousand "
        "dollars of its own."
    ),
    "{person}'s deputy didn't contradict him, but he left the room before the vote.",
    "A well-known carpenter in {place} has offered to repair the {things} without pay.",
    "Emboffs raised the matter with {person} and were told that {body} would study it.",
    "The storm of {date} sank {number} boats off {place}, and the insurers have not yet paid.",
    "We were shown a letter in which {body} thanks {person} for the gift of the {things}.",
    (
        "{person} asked whether the United States would send an expert, as it did in {year}, and "
        "offered to pay for his lodging in {place}."
    ),
    "Since {year}, no one but {body} has been allowed to sell {things} at the winter fair.",
    "The press has taken little notice; only the weekly paper of {place} printed the decision.",
    "{office} {person} regretted the delay and put it down to the weather in {month}.",
)

ITEMS = (
    "-- the price of {things} should follow the market in {place};",
    (
        "-- {body} should publish its accounts once a year, and the members should be able to read "
        "them; and"
    ),
    "-- no boat should leave {place} without a lamp.",
)

HEADINGS = (
    "A Bell for the Harbor", "Who Pays for the Lamps", "The Winter Fair",
    "An Old Map and a New One",
    "What the Growers Want", "Kites and Their Owners", "SALT AND PATIENCE",
    "THE COMMISSION SITS AGAIN",
    "The Locks of the Upper Canal Are Older Than the Law That Closes Them",
    "Next Steps", "BACKGROUND",
    "The Guild and the District Council Agree on Nothing but a Date",
)  # fmt: skip

SUBJECTS = (
    "{THINGS} AND THEIR FRIENDS: {BODY} MEETS IN {PLACE}",
    "{PLACE} ASKS AGAIN FOR {THINGS}",
    "{BODY} POSTPONES THE RULE ON {THINGS}, AND NOBODY IN {PLACE} COMPLAINS",
    "WHO COUNTS THE {THINGS}: A VISIT TO {PLACE} AND A LONG EVENING WITH {BODY}",
    "A NEW LAW ON {THINGS}",
)

PASSING = (
    "STATE FOR EUR/NB AND EEB/TRA", "STATE FOR WHA/CAN", "COMMERCE FOR ITA/MAC", "STATE PASS USTR",
    "USDA FOR FAS/OCRA AND APHIS", "TREASURY FOR OASIA", "STATE FOR OES/OMC",
)  # fmt: skip

TITLES = (
    "Ambassador", "Deputy Chief of Mission", "Economic Counselor", "Political Counselor",
    "Consul General", "Charge d'Affaires",
)  # fmt: skip

EVENTS = ("CLOSURE OF THE WINTER FAIR", "TEN YEARS AFTER THE BRIDGE IS OPENED")

COLLECTIVES = (
    ("RUEHZL", "EUROPEAN POLITICAL COLLECTIVE"),
    ("RUCNMEM", "EU MEMBER STATES COLLECTIVE"),
    ("RUEHGG", "UN SECURITY COUNCIL COLLECTIVE"),
)

AGENCIES = (
    ("RUCPDOC", "USDOC WASHDC"),
    ("RUEATRS", "DEPT OF TREASURY WASHDC"),
    ("RUEHRC", "DEPT OF AGRICULTURE WASHDC"),
    ("RHMFISS", "HQ USEUCOM VAIHINGEN GE"),
    ("RULSDMK", "DEPT OF TRANSPORTATION WASHDC"),
)

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
