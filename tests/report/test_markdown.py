"""Markdown: what somebody wrote stays text, whatever reads the file."""

import pytest
from markdown_it import MarkdownIt

from journal.report import markdown

READER = MarkdownIt("gfm-like")
HOSTILE = (
    "# heading",
    "- list",
    "12. list",
    "3) list",
    "=== ",
    "---",
    "> quote",
    "| a | b |",
    "*bold* __bold__ ~~gone~~ `code` $x$",
    "[words](https://remote.example) ![picture](https://remote.example/x.png)",
    "<https://remote.example> https://remote.example www.remote.example remote.example //remote.example",
    "mailto:a@remote.example a@remote.example",
    "<script>alert(1)</script> <b>bold</b> &amp; &#35;",
    "\\*not escaped twice\\",
    "two\nlines\n\n# and a heading",
    "    code",
    "[x]: https://remote.example",
)


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("before", ["", "- ", "- **label:** "])
def test_hostile_words_are_read_as_the_words_that_they_are(words, before):
    tokens = [
        one
        for block in READER.parse(before + markdown.escape(words))
        for one in (block.children or [block])
        if one.type not in ("softbreak", "text_special")
    ]

    kinds = {one.type.removesuffix("_open").removesuffix("_close") for one in tokens}
    assert kinds <= {"paragraph", "bullet_list", "list_item", "text", "strong"}
    said = "".join(one.content for one in tokens if one.type == "text")
    assert said.removeprefix("label:").split() == words.split()


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_in_a_table_stay_in_their_cell(words):
    html = READER.render(markdown.table(("place", "score"), [(words, "4"), ("knee", "5")]))

    assert html.count("<td") == 4
    assert "<a " not in html
    assert "<img" not in html
    assert html.count("<tr>") == 3


def test_a_row_with_fewer_cells_is_filled_up():
    assert markdown.table(("week", "load", "km"), [("W46", "nothing recorded")]).splitlines() == [
        "| week | load | km |",
        "| --- | ---: | ---: |",
        "| W46 | nothing recorded |  |",
    ]
    assert "| --- | --- |" in markdown.table(("a", "b"), [], numbers=False)


def test_an_ordinary_sentence_is_not_littered_with_backslashes():
    sentence = "Left knee pain (since Sat 14 Nov, 11:44) is 3.5 of 10; 23.5 km, +112 %."
    assert markdown.escape(sentence) == sentence
