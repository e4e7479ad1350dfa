"""The page in its four forms, byte by byte.

`JOURNAL_GOLDEN=write pytest tests/report` writes them anew; then they are looked at, in a browser too.
"""

import json
import os
from pathlib import Path

import pytest

from journal.report import markdown, text
from journal.report.for_physio.physio_annex import annex_sections
from journal.report.for_physio.physio_json import as_json
from journal.report.for_physio.physio_sections import first_page
from journal.report.html import physio as html

GOLDEN = Path(__file__).parent / "golden"


def told(page):
    return (*first_page(page), *annex_sections(page))


FORMS = {
    "txt": lambda page: text.lay_out(told(page), 79),
    "md": lambda page: markdown.lay_out(told(page)),
    "html": html.render,
    "json": lambda page: json.dumps(as_json(page), indent=1, ensure_ascii=False) + "\n",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["patient", "empty"])
def test_each_form_is_as_it_was_looked_at(page_of, patient, name, form):
    page = page_of(patient if name == "patient" else [], since="2026-09-28")
    file, made = GOLDEN / f"{name}.{form}", FORMS[form](page)
    if form == "html":
        # The style is that of all pages, and is looked at in the browser.
        made = made[: made.index("<style>")] + made[made.index("</style>") :]
    if os.environ.get("JOURNAL_GOLDEN") == "write":
        file.write_text(made, encoding="utf-8")
    assert made == file.read_text(encoding="utf-8")


def test_what_somebody_wrote_is_text_in_every_form(page_of, patient):
    page = page_of(patient, since="2026-09-28")
    written = html.render(page)
    assert "<script" not in written
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in written
    noted = next(row for row in FORMS["md"](page).splitlines() if "after the heavy day" in row)
    assert "[x]" not in noted
    assert "\\| after" in noted
    assert "\\<script\\>" in noted


def test_the_numbers_are_the_same_in_every_form(page_of, patient):
    page = page_of(patient, since="2026-09-28")
    numbers = as_json(page)
    back, heat, pills = numbers["episodes"][0], numbers["after_care"][0], numbers["painkillers"][0]
    for form in ("txt", "md", "html"):
        words = " ".join(FORMS[form](page).replace("**", "").replace("</strong>", "").split())
        assert f"peak {back['peak']} (" in words
        assert f"(first 24 h {back['first_24h_median']}, last 48 h {back['last_48h_median']})" in words
        assert f"fell {heat['fell']} of {heat['told']} times" in words
        assert f"({pills['total_mg']:,} mg in all)" in words
