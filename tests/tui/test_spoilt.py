"""A value that cannot be read: the page that wanted it says which record it is of, and the others go on."""

import sqlite3
from contextlib import closing

import pytest


@pytest.mark.of_files("SQLite alone takes any value in any column")
@pytest.mark.parametrize("name", ["today", "pain", "trends", "calendar", "flags", "report"])
async def test_a_value_that_cannot_be_read_is_told_with_its_record(url, write, running, name):
    write("pain left knee 4", "squat 5x5 100kg")
    async with running() as page:
        with closing(sqlite3.connect(url)) as file, file:
            file.execute("PRAGMA ignore_check_constraints=ON")
            file.execute("UPDATE pain SET score = 'abc'")
            [(key,)] = file.execute("SELECT id FROM pain")
        await page.app.go(name)
        await page.settle()
        if name == "today":
            await page.press("h")
        told = " ".join(page.text().split())
        assert f"the journal is damaged: pain {key} of 2026-11-25 cannot be read: its score is 'abc'" in told
