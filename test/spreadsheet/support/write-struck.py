"""Writes two workbooks of which row 2 is struck through, with openpyxl and xlsxwriter; the second
has a text that is so in part, and one with a raised mark.

    python3 write-struck.py FOLDER
"""

import os
import sys

import openpyxl
import xlsxwriter

ROWS = [["Họ và tên", "Năm sinh"], ["Trần Thị Bé", 1990], ["Lê Văn Út", 1979], ["Lê Văn Chín", 1978]]


def with_openpyxl(path):
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    for cell in book.active[2]:
        cell.font = openpyxl.styles.Font(strike=True)
    book.save(path)


def with_xlsxwriter(path):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    struck = book.add_format({"font_strikeout": True})
    bold = book.add_format({"font_strikeout": True, "bold": True})
    bold_only = book.add_format({"bold": True})
    raised = book.add_format({"font_script": 1})
    for number, row in enumerate(ROWS):
        sheet.write_row(number, 0, row, struck if number == 1 else None)
    sheet.write_rich_string(3, 0, struck, "Lê Văn ", bold, "Chín")
    sheet.write_rich_string(4, 0, struck, "12", bold_only, "15")
    sheet.write_rich_string(4, 1, bold_only, "5", raised, "1")
    book.close()


with_openpyxl(os.path.join(sys.argv[1], "openpyxl.xlsx"))
with_xlsxwriter(os.path.join(sys.argv[1], "xlsxwriter.xlsx"))
