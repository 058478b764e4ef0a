"""LibreOffice without a screen, set to Dutch, as somebody has it who opens a file with a double click."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

import openpyxl

DUTCH = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nl-NL</value></prop></item>
</oor:items>
"""


@cache
def office() -> str:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    assert found, "No LibreOffice here: run bin/setup long."
    return found


class Office:
    def __init__(self, folder: Path):
        self.folder = folder / "office"
        user = self.folder / "profile/user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(DUTCH)

    def convert(self, file: Path, kind: str, reading: str = "") -> Path:
        """The same file as another kind; `reading` says how to read a text."""
        ending = kind.split(":")[0]
        folder = self.folder / ending
        shutil.rmtree(folder, ignore_errors=True)
        command = [office(), f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to", kind,
                   "--outdir", folder, *([f"--infilter={reading}"] if reading else []), file]
        told = subprocess.run(command, capture_output=True, text=True, timeout=600)
        # Of a workbook one sheet may be asked for: its name is then in that of the file.
        made = list(folder.glob(f"{file.stem}*.{ending}"))
        assert len(made) == 1, told.stdout + told.stderr
        return made[0]

    def table(self, file: Path, separator: str, language: int) -> list[list]:
        """The rows of a CSV file as a sheet has them, opened with this separator by somebody of this language."""
        reading = f"Text - txt - csv (StarCalc):{ord(separator)},34,76,1,,{language},false,true"
        return rows(self.convert(file, "xlsx", reading))


def rows(workbook: Path, sheet: int = 0) -> list[list]:
    return [list(row) for row in openpyxl.load_workbook(workbook).worksheets[sheet].iter_rows(values_only=True)]
