"""Words of web sites: lines round the text of a page, as they are copied with it."""

from consultations import patterns as re

_NETWORKS = (
    "facebook|twitter|x|linkedin|whatsapp|reddit|instagram|youtube|pinterest|mastodon|bluesky|threads"
    "|tiktok|flickr|telegram|messenger|rss|e-?mail|print|copy[ ]link"
)
_PAGES = r"""
    home(?:[ ]page)? | site[ ]?map
    | accessibility(?:[ ]statement)? | privacy(?:[ ](?:policy|notice))? | cookies
    | contact(?:[ ]us)? | about(?:[ ]us)? | help | search | log[ ]?in | sign[ ]in | register
    | terms(?:[ ](?:and[ ]conditions|of[ ]use))? | copyright | news | feedback | disclaimer
    | cymraeg | english
    | (?:previous|next|search|contents|index)(?:[ ](?:page|section))? | enquiries
    | (?:(?:[A-Z][\w'’]{1,20}|of|the)[ ]){1,4}home[ ]page      # Lamp Board home page
"""
_ADVERT = r"(?:(?:an|the|this)[ ])?(?:ad|advert(?:isement)?)s?"
NAVIGATION = re.compile(
    rf"""
    [\s↑▲^«»<>|•*\[(]*
    (?:
        (?:go[ ])? (?:back[ ])? to[ ](?:the[ ])? top (?:[ ]of[ ](?:the[ ]|this[ ])?page)?
      | top (?:[ ]of[ ](?:the[ ]|this[ ])?page)?
      | (?:go[ ]|jump[ ])?(?:back|return)[ ]to[ ](?:the[ ])?
        (?:[\w’'-]+[ ]){{0,3}}?                                   # Back to Response listing
        (?: (?:table[ ]of[ ])?contents(?:[ ]page)? | (?:home)?page | menu | index
          | list(?:ing)?s? | start | (?:search[ ])?results
          | publications | consultations | news )
      | (?:was|is|did[ ]you[ ]find)[ ]this[ ](?:page|article|information)[ ](?:help|use)ful\??
        (?:\W{{0,3}}yes\W{{1,3}}no)?
      | (?:yes|no)[ ]this[ ]page[ ]is[ ](?:not[ ])?useful
      | thank[ ]you[ ]for[ ]your[ ]feedback
      | (?:report[ ]a|there[ ]is) .{{0,40}}[ ]with[ ]this[ ]page
      | skip[ ](?:straight[ ])?to[ ](?:the[ ])?(?:main[ ])?(?:content|navigation|menu|search)
      | (?:print|e-?mail|share|bookmark)[ ]this[ ](?:page|article|post)
        (?:[ ](?:on|via)\b.{{0,40}})? :?
      | (?:(?:share|tweet|post|pin)(?:[ ]this)?(?:[ ](?:page|article|post|story))?
        (?:[ ](?:on|via|by|with|to))? \W{{1,3}} (?:{_NETWORKS})\b
        (?:\W{{1,3}} (?:and[ ])? (?:{_NETWORKS})\b )* \W* )+      # Share this: Facebook | Email
      | (?:(?:click|tap)(?:[ ]here)?[ ]to[ ])?
        (?:follow|like|join|find|connect[ ]with|message|watch|tweet)
        (?:[ ](?:us|me|this|the[ ](?:[A-Z]\w{{0,20}}[ ]){{0,3}}[A-Z]\w{{0,20}}))?
        [ ](?:on|via|at)[ ](?:{_NETWORKS})                       # Click here to follow us on X
      | (?:click|tap)(?:[ ]here)?[ ]to[ ](?:follow|share|tweet|like|print|subscribe|e-?mail)
        (?:[ ](?:us|this(?:[ ](?:page|article|post|story))?))?    # Click to follow
      | (?:advert(?:isement)?s? \s? [-–—:|] \s?)?
        (?:story|article|content)[ ]continues[ ](?:below|after[ ]{_ADVERT})(?:[ ]{_ADVERT})?
      | advert(?:isement)?s? \s? [-–—:|] \s?
        (?: scroll (?:[ ]down)? [ ] (?:for[ ]more|to[ ](?:continue|read)(?:[ ](?:reading|more))?)
          | continue[ ]reading (?:[ ]below)? )                  # Advertisement - scroll for more
      | printer[- ]friendly (?:[ ](?:version|page))?
      | you[ ]are[ ]here :? .{{0,200}}                          # You are here: Home > Ferries
      | home \s* [>»›/] \s* \S .{{0,200}}                       # Home > Ferries
      | (?:accept|reject|manage)[ ](?:all[ ]|additional[ ])?cookies
      | (?:accept|reject|decline|allow|manage|change|view|set|customi[sz]e)[ ]
        (?:(?:all|additional|optional|only|essential|necessary|my|your)[ ]){{0,2}} cookies?
        (?:[ ](?:settings|preferences|choices))?
      | cookies?[ ](?:settings|preferences|choices|policy)
      | cookies[ ]on[ ](?:(?:this|our)[ ](?:web)?site|\S+\.\S+)
      | hide[ ]this[ ]message
      | (?:toggle|open|close|show|hide|mobile)[ ](?:the[ ]|main[ ]|site[ ])?
        (?:navigation|menu|search)
      | (?:show|hide|expand|collapse|open|close)[ ]all(?:[ ]sections)? | see[ ]all[ ]updates
      | (?:estimated[ ])?reading[ ]time\W{{0,3}}\d{{1,3}}[ ]min(?:ute)?s?
      | \d{{1,3}}[ -]min(?:ute)?s?[ ]read
      | (?:listen[ ]to|save|download)[ ]this[ ](?:page|article)(?:[ ]as[ ](?:a[ ])?pdf)?
      | (?:we|this[ ](?:web)?site)[ ]uses?[ ](?:some[ ])?(?:essential[ ])?cookies\b .{{0,300}}
      | neidio[ ]i'r[ ]prif[ ]gynnwys                         # Skip to main content, in Welsh
      | yn[ ]ôl[ ]i'r[ ]brig                                  # Back to top
    )
    [\s↑▲^«»<>|•*\])]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
BAR = re.compile(
    rf"""
    (?:navigation:\s)?[«‹<]?\s?
    (?:(?:{_PAGES})\s{{0,3}}
       (?:[|•·/]\s{{0,3}}|\s\s|[»›>]?\Z|(?<=[ ])|(?-i:(?<=[a-z])(?=[A-Z])))){{3,20}}
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Three or more links to a site's own pages: `Home | News | Help`, `« Previous | Index | Next »`,
`Previous SectionIndexHome Page`."""
PAGE = re.compile(_PAGES, re.IGNORECASE | re.VERBOSE)
"""One of them."""
PARTED = re.compile(r"(?<!\s)\s*[|•·]\s*")
OWNER = re.compile(r"\W{0,3}(?:©|\(c\)|copyright\b)", re.IGNORECASE)
"""What the line of a site's owner begins with: `© Lamp Board 1902 | Privacy | Sitemap`."""
NETWORK = re.compile(rf"(?:[-*•]\s*)?(?:{_NETWORKS})\s?", re.IGNORECASE | re.VERBOSE)
"""Places that a page can be shared to; lines of such words belong to a site if a line over them
says so."""
SHARES = re.compile(r"\W*(?:share|tweet)\b.{0,40}", re.IGNORECASE)
YES_NO = re.compile(r"\W*yes(?:\W+no)?\W*", re.IGNORECASE)
NO = re.compile(r"\W*no\W*", re.IGNORECASE)
ASKS = re.compile(r".{0,30}\bthis[ ](?:page|article|information)\b.{0,20}", re.IGNORECASE)
ELSEWHERE = re.compile(
    r"""
    related[ ](?:content|pages|links|articles|news) | explore[ ]the[ ]topic | more[ ]like[ ]this
    | you[ ](?:may|might)[ ]also[ ](?:like|be[ ]interested[ ]in)
    | more[ ](?:from|in)[ ]this[ ](?:section|series|collection)
    | (?:follow|connect[ ]with|find)[ ]us (?:[ ]on\b.{0,60})? :?
    | (?:sign[ ]up|subscribe)[ ](?:for|to)[ ](?:our[ ]|the[ ])?(?:e-?mail[ ])?
      (?:newsletter|updates|alerts|mailing[ ]list)s? .{0,40}
    | services[ ]and[ ]information | (?:footer|support|quick)[ ]links
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What stands over links to other pages, at the end of a page."""
DOWNLOAD = re.compile(
    r"""
    .{0,60} (?:Download|DOWNLOAD|Lawrlwytho)\b .{0,80}        # in English, in Welsh
    \b (?i:pdf|word|rtf|document|file|version|report|publication)\b .{0,60}
    """,
    re.VERBOSE,
)
SIZE = re.compile(r"\d(?:\.\d+)?\s?(?:k|m|kb|mb|kilobytes|megabytes)\b", re.IGNORECASE)
LINK = re.compile(r"\[([^\[\]]{1,200})\]\([^\s()]{0,500}\)")
"""A link of Markdown: `[Back to top](#top)`; group 1 is its words."""
OPENS = re.compile(
    r"[ ]?[(\[](?:this[ ])?(?:link[ ])?opens[ ](?:in[ ])?(?:an?[ ])?new[ ](?:window|tab|page)[)\]]",
    re.IGNORECASE,
)
"""What a site says about a link, after its words."""
RETURN = re.compile(r"(?<=\S)[ \t\N{NO-BREAK SPACE}]{0,3}[↩↵]\N{VARIATION SELECTOR-15}?\s{0,3}\Z")
"""The way back from a note to its marker."""
