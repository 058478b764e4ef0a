"""What stands in a workbook, whatever its looks."""

import io

from openpyxl import load_workbook


def cells(workbook: bytes) -> dict[str, list[tuple]]:
    """The rows of each sheet, with the format of each number."""
    book = load_workbook(io.BytesIO(workbook))
    return {
        sheet.title: [tuple((cell.value, cell.number_format) for cell in row) for row in sheet.iter_rows()]
        for sheet in book
    }
