"""What the writers of telegrams had in common: posts, TAGS, captions, precedences, levels.

The facts are dated tables under ``data/``; nothing is read before the first question is
asked. A row that cannot be read raises `ValueError` with its file and line, because a table
is part of the program; no question about a telegram's own text ever raises.
"""

from cableparse.vocabulary.captions import captions
from cableparse.vocabulary.classification import Classification
from cableparse.vocabulary.distribution import (
    DistributionOffice,
    distribution_offices,
    find_office,
)
from cableparse.vocabulary.nearest import canonical_post, nearest_post, posts_meant
from cableparse.vocabulary.offices import is_abbreviated_office, is_office, office_stuck_to
from cableparse.vocabulary.posts import (
    Post,
    archive_name,
    find_post,
    own_spelling,
    post_of_routing,
    posts,
)
from cableparse.vocabulary.precedence import Precedence, precedence_words
from cableparse.vocabulary.printed import post_of_truncation, post_pattern
from cableparse.vocabulary.run_together import split_run_together
from cableparse.vocabulary.tags import (
    TagEntry,
    canonical_tag,
    find_tag,
    tag_terms,
    tags,
    term_words,
)
from cableparse.vocabulary.words import place_names, place_words, word_list

__all__ = [
    "Classification",
    "DistributionOffice",
    "Post",
    "Precedence",
    "TagEntry",
    "archive_name",
    "canonical_post",
    "canonical_tag",
    "captions",
    "distribution_offices",
    "find_office",
    "find_post",
    "find_tag",
    "is_abbreviated_office",
    "is_office",
    "nearest_post",
    "office_stuck_to",
    "own_spelling",
    "place_names",
    "place_words",
    "post_of_routing",
    "post_of_truncation",
    "post_pattern",
    "posts",
    "posts_meant",
    "precedence_words",
    "split_run_together",
    "tag_terms",
    "tags",
    "term_words",
    "word_list",
]
