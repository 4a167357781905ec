"""What a page means by the encoding that it declares: the labels of the WHATWG Encoding standard.

From https://encoding.spec.whatwg.org/#names-and-labels, as of 2024: the labels that browsers know,
beside the Python codec that decodes as the standard says. So `iso-8859-1` is Windows-1252 and
`gb2312` GB 18030. A label that is not here is one that no browser follows; Python's own codecs for
escapes and domain names (`unicode_escape`, `punycode`) decode any page to another text.
"""

from collections.abc import Mapping
from types import MappingProxyType

# Left out: UTF-8, which is tried on any input; UTF-16, which means UTF-8 where the bytes of its
# label were read as ASCII; and what the standard replaces as a whole, `hz-gb-2312` say.
_LABELS: Mapping[str, str] = MappingProxyType(
    {
        # `latin-1` is no label of the standard: Python's libraries write it.
        "windows-1252": "windows-1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819"
        " iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 latin-1"
        " us-ascii x-cp1252 x-user-defined",
        "cp866": "ibm866 866 cp866 csibm866",
        "iso8859-2": "iso-8859-2 csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2"
        " iso_8859-2:1987 l2 latin2",
        "iso8859-3": "iso-8859-3 csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3"
        " iso_8859-3:1988 l3 latin3",
        "iso8859-4": "iso-8859-4 csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4"
        " iso_8859-4:1988 l4 latin4",
        "iso8859-5": "iso-8859-5 csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595"
        " iso_8859-5 iso_8859-5:1988",
        "iso8859-6": "iso-8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114"
        " iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987",
        "iso8859-7": "iso-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126"
        " iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek",
        "iso8859-8": "iso-8859-8 csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138"
        " iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual iso-8859-8-i csiso88598i logical",
        "iso8859-10": "iso-8859-10 csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6",
        "iso8859-13": "iso-8859-13 iso8859-13 iso885913",
        "iso8859-14": "iso-8859-14 iso8859-14 iso885914",
        "iso8859-15": "iso-8859-15 csisolatin9 iso8859-15 iso885915 iso_8859-15 l9",
        "iso8859-16": "iso-8859-16",
        "koi8-r": "koi8-r cskoi8r koi koi8 koi8_r",
        "koi8-u": "koi8-u koi8-ru",
        "mac-roman": "macintosh csmacintosh mac x-mac-roman",
        "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
        "cp874": "windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620",
        "cp1250": "windows-1250 cp1250 x-cp1250",
        "cp1251": "windows-1251 cp1251 x-cp1251",
        "cp1253": "windows-1253 cp1253 x-cp1253",
        "cp1254": "windows-1254 cp1254 x-cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9"
        " iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5",
        "cp1255": "windows-1255 cp1255 x-cp1255",
        "cp1256": "windows-1256 cp1256 x-cp1256",
        "cp1257": "windows-1257 cp1257 x-cp1257",
        "cp1258": "windows-1258 cp1258 x-cp1258",
        "gb18030": "gb18030 gbk chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80"
        " iso-ir-58 x-gbk",
        "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
        "euc_jp": "euc-jp cseucpkdfmtjapanese x-euc-jp",
        "iso2022_jp": "iso-2022-jp csiso2022jp",
        "cp932": "shift_jis csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis",
        "cp949": "euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989"
        " ksc5601 ksc_5601 windows-949",
    }
)

CODECS: Mapping[str, str] = MappingProxyType(
    {label: codec for codec, labels in _LABELS.items() for label in labels.split()}
)
"""The name of Python's codec for each label, in small letters."""
