"""The rules that make a source readable as its author wrote it, in the order in which they run.

A rule mends what the conversion did, never what the author did. The order matters: characters
before lines, since a line is known by its characters; lines before blocks, since what a page put
between two halves of a sentence must be gone before they can be joined.
"""

from collections.abc import Iterable

from consultations.model.draft import Draft
from consultations.model.editor import Erratum, Stet
from consultations.model.source import Source
from consultations.rules import runner
from consultations.rules.blocks.headings import (
    heading_marks,
    headings,
    numbered_headings,
    outline,
    title_words,
)
from consultations.rules.blocks.lists import (
    clause_lists,
    counted_items,
    definition_lists,
    drawn_bullets,
    indented_items,
    list_marks,
    listed_references,
    lone_marks,
    lost_bullets,
    lost_lists,
    mark_columns,
)
from consultations.rules.blocks.markup import (
    caption_marks,
    code_marks,
    emphasis,
    escapes,
    linked_words,
    pictures,
    quote_marks,
    unpaired_marks,
)
from consultations.rules.blocks.notes import inline_notes, note_tails, notes, raised_signs
from consultations.rules.blocks.paragraphs import (
    filled_lines,
    indented_quotations,
    joins,
    kept_lines,
    losses,
    numbered_paragraphs,
    segment,
    speech_lines,
    whole_lines,
)
from consultations.rules.blocks.tables import (
    drawn_tables,
    headed_cells,
    headed_tables,
    page_columns,
    prose_tables,
    split_tables,
    table_marks,
)
from consultations.rules.glyphs import mail_marks, margin_numbers, side_headings, spaced_lines
from consultations.rules.glyphs.addresses import (
    address_blanks,
    address_hyphens,
    address_lines,
    link_marks,
    query_entities,
)
from consultations.rules.glyphs.characters import (
    entities,
    invisible_characters,
    ligature_signs,
    ligatures,
    mojibake,
    page_tags,
    quoted_printable,
    shifted_quotes,
    sign_blanks,
)
from consultations.rules.glyphs.words import (
    hyphen_blanks,
    letter_spacing,
    line_hyphens,
    lost_hyphens,
    lost_ligatures,
    ordinals,
    overprinting,
    run_together,
    split_capitals,
    split_words,
)
from consultations.rules.lines import (
    blank_pages,
    contents_list,
    front_matter,
    page_blocks,
    page_hyphens,
    page_numbers,
    review_marks,
    ruled_tables,
    rulings,
    running_heads,
    site_furniture,
)
from consultations.rules.rule import Rule

GLYPHS: tuple[Rule, ...] = (
    # Bytes before what is wrong with characters.
    quoted_printable.RULE,
    # Before all that reads a line with the one under it.
    mail_marks.RULE,
    spaced_lines.RULE,
    # What a character is comes before what it does. A character of a word that shows which it was
    # is mended before all that are lost are told.
    ligature_signs.RULE,
    mojibake.RULE,
    shifted_quotes.RULE,
    page_tags.RULE,
    entities.RULE,
    invisible_characters.RULE,
    # Before ligatures, of which each is one character that was printed twice.
    overprinting.RULE,
    ligatures.RULE,
    # Addresses come before words, which leave alone what stands in one; the marks round an address
    # go first, then what cuts it, so that its pieces are seen whole.
    link_marks.RULE,
    query_entities.RULE,
    address_lines.RULE,
    address_blanks.RULE,
    address_hyphens.RULE,
    # Before words that a line's end cuts: a number may stand between their halves.
    margin_numbers.RULE,
    # After the margin's numbers, which stand there too; before words that a line's end cuts.
    side_headings.RULE,
    # Words cut by a line's end come together before words in one line are judged by them.
    line_hyphens.RULE,
    # Before all that knows a word by its letters.
    letter_spacing.RULE,
    split_capitals.RULE,
    ordinals.RULE,
    sign_blanks.RULE,
    hyphen_blanks.RULE,
    lost_hyphens.RULE,
    # Before split words, of which it has the pieces too.
    lost_ligatures.RULE,
    split_words.RULE,
    run_together.RULE,
)

LINES: tuple[Rule, ...] = (
    # Before rulings, with which it begins and ends.
    front_matter.RULE,
    # Before all that reads lines: a page's tables, items and headings have none of their own.
    page_blocks.RULE,
    site_furniture.RULE,
    review_marks.RULE,
    blank_pages.RULE,
    # Before running heads: its entries have the words of headings, and are no heads.
    contents_list.RULE,
    # Before page numbers: a head is known by the page number that stands beside it.
    running_heads.RULE,
    page_numbers.RULE,
    # Before rulings, which tell the columns of a table; after page numbers, which may cut one.
    ruled_tables.RULE,
    rulings.RULE,
    # Last: what stood between the two halves of a word is gone.
    page_hyphens.RULE,
)

BLOCKS: tuple[Rule, ...] = (
    segment.RULE,
    # Before numbers are read as those of headings and items, and signs as marks of emphasis.
    notes.RULE,
    # After notes: what of raised signs calls none is a sign of the text.
    raised_signs.RULE,
    # Before the lines of two columns are read as rows, as items or as one text; heads over them say
    # that they are rows.
    headed_tables.RULE,
    page_columns.RULE,
    # Before the marks are read: what these part are items, by a mark that no other rule knows.
    drawn_tables.RULE,
    definition_lists.RULE,
    drawn_bullets.RULE,
    # Marks that stand alone: several in a row before each of them by itself.
    mark_columns.RULE,
    # Before items and headings are read by numbers that a blank parts from their words.
    counted_items.RULE,
    lone_marks.RULE,
    # Before each line of a list, but one in small letters, is told to be a paragraph by itself.
    listed_references.RULE,
    # Before a letter's head is known by its labels, which look like those of speakers.
    speech_lines.RULE,
    whole_lines.RULE,
    # Before lines are told to be of paragraphs, or to be items: those of an address are neither.
    kept_lines.RULE,
    indented_items.RULE,
    # After items, which are further in too, and before lines are told to end paragraphs.
    indented_quotations.RULE,
    # Before the marks are read: a line that ends a paragraph makes the next one begin something.
    filled_lines.RULE,
    numbered_headings.RULE,
    # After headings, with which paragraphs may share a row; before the depths of items are told.
    numbered_paragraphs.RULE,
    # The marks of blocks, each read from what the segments begin with.
    heading_marks.RULE,
    list_marks.RULE,
    quote_marks.RULE,
    table_marks.RULE,
    code_marks.RULE,
    # Pictures before links: a picture may be what a link's words would be.
    pictures.RULE,
    linked_words.RULE,
    emphasis.RULE,
    # After all that reads tags, emphasis and links: an escaped sign is no mark of theirs.
    escapes.RULE,
    # After emphasis: a table's header row may be known by it alone.
    split_tables.RULE,
    # Before joins: the rest of a note looks like the rest of the paragraph before it.
    note_tails.RULE,
    # Before joins: an item that has lost its bullet looks like the rest of the item before it.
    lost_bullets.RULE,
    # Before headings: the title is known by the record's words.
    title_words.RULE,
    # After emphasis: a heading may be known by nothing but its bold type.
    headings.RULE,
    # After headings: the first line of such a list looks like one, and so do most others.
    lost_lists.RULE,
    # Before joins, to which a clause looks like the rest of the one before it.
    clause_lists.RULE,
    outline.RULE,
    # After all that takes a block for one piece; before joins, which look over notes.
    inline_notes.RULE,
    joins.RULE,
    # After all that asks whether words are a heading, or go on in the next paragraph.
    caption_marks.RULE,
    # What is still broken off or open then has lost its other half.
    losses.RULE,
    unpaired_marks.RULE,
    # Last: rules that join, or know headings and items by their neighbours, take a table as one
    # block, and would see in its cells what stands under each other.
    headed_cells.RULE,
    prose_tables.RULE,
)

RULES: tuple[Rule, ...] = (*GLYPHS, *LINES, *BLOCKS)


def emend(source: Source, errata: Iterable[Erratum] = (), stets: Iterable[Stet] = ()) -> Draft:
    """The draft that all rules make of a source.

    Raises:
        EditorError: an erratum or a stet does not match its source exactly once.
    """
    return runner.run(source, RULES, errata, stets)


__all__ = ["BLOCKS", "GLYPHS", "LINES", "RULES", "Rule", "emend"]
