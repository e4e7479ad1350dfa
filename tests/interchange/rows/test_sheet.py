"""Files in whatever encoding and dialect somebody's program wrote them."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.interchange.rows.sheet import read_sheet

TEXT = "Datum,Name\n2025-05-01,Für Mäxchen\n"
CELLS = [["Datum", "Name"], ["2025-05-01", "Für Mäxchen"]]


def cells(data: bytes) -> list[list[str]]:
    return [row.cells for row in read_sheet(data).rows]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
)
def test_the_encoding_is_found_out(data):
    assert cells(data) == CELLS


@pytest.mark.parametrize(
    "text",
    [
        TEXT.rstrip("\n"),
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\n", "\r"),
        TEXT.replace("\n", "\r\n", 1),
        TEXT.replace("\n", "\n\n"),
        "\r\n \r\n" + TEXT,
        TEXT.replace("Name", "Na\0me"),
        TEXT.replace(",", ";"),
        TEXT.replace(",", "\t"),
        TEXT.replace(",", "|"),
        '"Datum","Name"\n"2025-05-01","Für Mäxchen"\n',
        "sep=,\n" + TEXT,
        "sep=;\r\n" + TEXT.replace(",", ";"),
    ],
)
def test_line_ends_delimiters_and_quotes_do_not_matter(text):
    assert cells(text.encode()) == CELLS


def test_one_stray_byte_does_not_cost_the_other_letters_and_is_said():
    sheet = read_sheet("Für M?xchen".encode().replace(b"?", b"\xe4"))
    assert sheet.rows[0].cells == ["Für Mäxchen"]
    assert sheet.notes == ["the file is not all UTF-8: the rest was read as Windows-1252"]


def test_a_file_that_is_cut_within_a_letter_keeps_its_other_letters():
    assert cells("Für Mä".encode()[:-1]) == [["Für MÃ"]]


def test_rows_know_the_line_on_which_they_start():
    sheet = read_sheet(b'\na,b\n1,"one\n\nthree"\n\n2,x\r\n3,"y\r\nz"\n4,\n')
    assert [(row.line, row.cells[0]) for row in sheet.rows] == [
        (2, "a"),
        (3, "1"),
        (7, "2"),
        (8, "3"),
        (10, "4"),
    ]
    assert sheet.rows[1].cells == ["1", "one\n\nthree"]
    assert [row.line for row in read_sheet(b"sep=;\n\na;b\n").rows] == [3]


def test_quotes_that_were_not_doubled_do_not_move_the_columns():
    assert cells(b'a;b\n"the "big" one";2\'30"\n') == [["a", "b"], ['the big" one"', "2'30\""]]


def test_a_quotation_mark_that_is_never_closed_ends_the_rows_where_it_opens():
    sheet = read_sheet(b'a,b\n1,2\n3,"four\n5,6\n')
    assert (sheet.unclosed, [row.cells for row in sheet.rows]) == (3, [["a", "b"], ["1", "2"]])
    assert read_sheet(b'a,"b"\n').unclosed == 0


def test_a_cell_may_be_longer_than_any_usual_limit():
    assert len(cells(b'a,b\n1,"' + b"long " * 100_000 + b'"')[1][1]) == 500_000


@pytest.mark.parametrize("data", [b"", b"\n", b"\0", b"\xef\xbb\xbf", b"\xff\xfe", b" \n\t\n,,,\n"])
def test_a_file_with_nothing_in_it_has_no_rows(data):
    assert read_sheet(data).rows == []


@given(st.binary(max_size=200))
def test_anything_at_all_is_read(data):
    sheet = read_sheet(data)
    assert all(any(cell.strip() for cell in row.cells) for row in sheet.rows)
    assert "\0" not in "".join(cell for row in sheet.rows for cell in row.cells)
    assert [row.line for row in sheet.rows] == sorted({row.line for row in sheet.rows})


@given(st.text(max_size=200))
def test_utf_8_stays_as_it_is(text):
    quoted = '"' + text.replace('"', '""') + '"'
    read = cells(f"a\n{quoted}\n".encode("utf-8", "replace"))
    expected = text.encode("utf-8", "replace").decode().replace("\0", "")
    assert read == ([["a"], [expected]] if expected.strip() else [["a"]])
