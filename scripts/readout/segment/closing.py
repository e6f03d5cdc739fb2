"""The closing of a document: credits, teasers, and the lists that a website glues to the end of a story."""

import re
from datetime import date, timedelta

from readout.segment.blocks import Block
from readout.segment.dateline import DateWords, date_words
from readout.segment.languages import Languages
from readout.segment.menus import is_menu, menu
from readout.segment.shape import PARAGRAPH_LENGTH, Label, ended, is_heading, is_paragraph, lacks_words, trails_off
from readout.segment.teasers import dated_headlines, doubled, feed

_TAG = re.compile(r"<(?:/?[A-Za-z]|!--)[^<>]{0,4000}>")
_SHORT = 220  # characters that a line of the page may have
_CREDIT_LENGTH = 140
_CREDIT_WITHIN = 4  # last blocks among which a credit may stand
_INVITATION_WITHIN = 6
_TIME_WITHIN = 3
_TIME_LENGTH = 30
_LISTED_WORDS = 4  # words that a list's date line may hold beside the date
_LIST = 4  # blocks that a list has at the least
_GAP = 8  # blocks from one of its date lines to the next, or to the end
_CUT_LENGTH = 40  # characters that a cut-off teaser has at the least
_CUT_TEASERS = 3  # so many of them make a list
_HEADLINE_WORDS = 4  # words that a headline inside a story has at the least
_FOLLOWING = {"teaser:cue": Label("teaser", "teaser:list"), "navigation:page-line": Label("navigation", "navigation:menu")}
_AFTER = timedelta(days=2)  # a date this much later than the story is another story's


def closing(text: str, story: list[Block], languages: Languages, body: int, published: date | None) -> dict[int, Label]:
    """Labels, by position, of the blocks after the story's beginning that are no part of it; `published` is its day, where known."""
    pieces = [text[block.start : min(block.end, block.start + 1000)] if block.end - block.start <= _SHORT else None for block in story]
    end = _list_start(text, story, languages, body, published)
    labels = {index: Label("navigation", "navigation:list") for index in range(end, len(story))}
    last = _last_paragraph(text, story, body, end)
    position = body
    while position < end:
        piece = pieces[position]
        if text[story[position].start] == "<" and _only_tags(text[slice(*story[position])]):
            label = Label("navigation", "navigation:markup")
        else:
            label = None if piece is None else _cued(piece, position, end, last, languages)
        if label:
            labels[position] = label
            following = range(position + 1, _following(text, story, pieces, position, end, last, label, languages))
            labels.update(dict.fromkeys(following, _FOLLOWING.get(label.rule)))
            position += len(following)
        position += 1
    for index in feed(pieces[:end]):
        if index >= body:
            labels.setdefault(index, Label("teaser", "teaser:timed"))
    if dated := dated_headlines(pieces[last + 1 : end], languages):
        labels.update((last + 1 + index, Label("teaser", "teaser:dated")) for index in dated if last + 1 + index not in labels)
    for index in _cut_teasers(pieces, last + 1, end, labels):
        labels[index] = Label("teaser", "teaser:cut-off")
    return labels


def _following(
    text: str, story: list[Block], pieces: list[str | None], position: int, end: int, last: int, label: Label, languages: Languages
) -> int:
    """One past the last of the lines that go with a labelled one: headlines under "Read also", sections under a word of the page."""
    if label.rule == "navigation:page-line":
        return max(position + 1, menu(pieces, position, end, languages))
    if label.rule != "teaser:cue" or pieces[position].strip(" :").lower() not in languages.cues.read_also_lines:
        return position + 1
    if position > last:
        return _headlines_end(pieces, position + 1, end)
    # inside the story the one line under it, if it is as long as a headline and the story goes on behind it
    following = pieces[position + 1] if position + 2 < end else None
    headline = following is not None and is_heading(following) and len(following.split()) >= _HEADLINE_WORDS
    return position + 2 if headline and is_paragraph(text[slice(*story[position + 2])]) else position + 1


def _only_tags(piece: str) -> bool:
    return _TAG.match(piece) is not None and lacks_words(_TAG.sub("", piece))


def _cued(piece: str, position: int, end: int, last: int, languages: Languages) -> Label | None:
    """The label that a short block's own words give it."""
    cues = languages.cues
    bare = piece.strip(" \xa0:»>→|[]").lower()
    from_end = end - position
    if from_end <= _CREDIT_WITHIN and len(piece) <= _CREDIT_LENGTH and cues.credit.match(piece):
        return Label("credit", "credit:cue")
    if len(piece) <= _CREDIT_LENGTH and cues.photo.match(piece) and not is_paragraph(piece):
        return Label("credit", "credit:photo")
    if from_end <= _TIME_WITHIN and len(piece) <= _TIME_LENGTH and _is_time(piece, languages):
        return Label("dateline", "dateline:closing")
    if cues.read_also.match(piece) or bare in cues.read_also_lines or (cues.read_also_of.match(piece) and is_heading(piece)):
        return Label("teaser", "teaser:cue")
    if doubled(piece):
        return Label("teaser", "teaser:doubled")
    if position > last and bare in cues.page_lines:
        return Label("navigation", "navigation:page-line")
    if position > last and is_menu(piece, languages):
        return Label("navigation", "navigation:menu")
    if cues.appeal.match(piece):
        return Label("navigation", "navigation:appeal")
    if from_end <= _INVITATION_WITHIN and cues.invitation.match(piece):
        return Label("navigation", "navigation:invitation")
    return None


def _is_time(piece: str, languages: Languages) -> bool:
    """Whether a line holds nothing but a time of day, as under a transcript."""
    held = date_words(piece, languages)
    return held is not None and held.time and not held.dates and not held.others


def _last_paragraph(text: str, story: list[Block], body: int, end: int) -> int:
    """Position of the last block that is a paragraph of a story; `body` where none is."""
    for position in range(end - 1, body, -1):
        block = story[position]
        if is_paragraph(text[max(block.start, block.end - 200) : block.end]):
            return position
    return body


def _headlines_end(pieces: list[str | None], start: int, end: int) -> int:
    """One past the last of the headlines under "Read also": short lines that no full stop ends."""
    position = start
    while position < end and pieces[position] is not None and not (ended(pieces[position]) and not trails_off(pieces[position])):
        position += 1
    return position


def _cut_teasers(pieces: list[str | None], start: int, end: int, labels: dict[int, Label]) -> list[int]:
    """Positions of three or more blocks after the last paragraph that a website cut off with an ellipsis."""
    cut = []
    for index in range(start, end):
        piece = pieces[index]
        if index not in labels and piece and len(piece) > _CUT_LENGTH and trails_off(piece):
            cut.append(index)
    return cut if len(cut) >= _CUT_TEASERS else []


def _list_start(text: str, story: list[Block], languages: Languages, body: int, published: date | None) -> int:
    """Position from which, to the end, a site's list of other items runs; the number of blocks where there is none.

    Such a list opens with a line that holds little but a date or a time, comes back to such lines at least once in five blocks, and has
    no more than one whole paragraph in ten blocks. It shows two dates with a year, and a time alone, a cut-off teaser, or a date later
    than the story.
    """
    marks: dict[int, DateWords] = {}
    for index in range(body + 1, len(story)):
        block = story[index]
        if block.end - block.start <= 100 and (held := _standing_date(text[slice(*block)], languages)):
            marks[index] = held
    return _earliest_list(text, story, marks, published) if len(marks) >= 2 else len(story)


def _earliest_list(text: str, story: list[Block], marks: dict[int, DateWords], published: date | None) -> int:
    """The first of the marks from which all to the end is such a list, found from the end backwards; the number of blocks for none."""
    found = after = len(story)
    days = paragraphs = held = 0
    signs = False
    for index in range(len(story) - 1, min(marks) - 1, -1):
        piece = text[max(story[index].start, story[index].end - PARAGRAPH_LENGTH) : story[index].end]
        paragraphs += is_paragraph(piece)
        signs = signs or trails_off(piece)
        if index not in marks:
            continue
        if after - index > _GAP:
            break
        after = index
        held += 1
        exact = [written.earliest for written in marks[index].dates if written.exact]
        days += len(exact)
        signs = signs or not marks[index].dates or (published is not None and any(day > published + _AFTER for day in exact))
        blocks = len(story) - index
        if signs and days >= 2 and blocks >= _LIST and held * 5 >= blocks >= paragraphs * 10:
            found = index
    return found


def _standing_date(piece: str, languages: Languages) -> DateWords | None:
    held = date_words(piece, languages)
    if held is None or not (held.dates or held.time) or len(held.others) > _LISTED_WORDS:
        return None
    # "May 25, 2023." with its stop is a sentence's end, not a list's line
    return None if piece.endswith((".", ":", ";", ",", "!", "?")) and not held.dates[-1:] else held
