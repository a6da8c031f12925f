"""What parts of many documents are called, whatever they are about: `Introduction`."""

from consultations import patterns as re

SECTION_NAME = re.compile(
    r"""
    (?:foreword|preface|introduction|overview|background|(?:executive[ ])?summary|conclusions?
     |  discussion
     |  (?:foot|end)?notes?|references|sources|bibliography|glossary|acknowledge?ments|next[ ]steps
     |  what[ ](?:happens|will[ ]happen|comes)[ ]next|(?:the[ ])?way[ ]forward
     |  report[ ]summary|(?:any[ ])?(?:other|further|additional|final|general)[ ]comments
     |  about[ ]you|your[ ](?:details|views)                     # of a form
    )
    (?:[ ]and[ ](?:\w+[ ]){0,2}\w+)?                     # Notes and references
    """,
    re.IGNORECASE | re.VERBOSE,
)
