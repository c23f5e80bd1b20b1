"""Writes the workbooks of fixtures/spreadsheet into a folder, with openpyxl, xlsxwriter
and LibreOffice.

    python3 write-fixtures.py FOLDER

The JSON beside each file there says what is in it.
"""

import datetime
import json
import os
import subprocess
import sys

import openpyxl
import xlsxwriter

HEADER = ["Chủ hộ", "Mã", "Ngày hỗ trợ", "Tỷ lệ", "Số", "Có", "Ghi chú"]
CONVERT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../helpers/office/convert.mjs")
FIXED = datetime.datetime(2024, 10, 1, 8, 30)


def with_openpyxl(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Hộ được hỗ trợ"
    sheet["A1"] = "BÁO CÁO THÁNG 9/2024"
    sheet.merge_cells("A1:G1")
    sheet.append(HEADER)
    sheet.append(["Nguyễn Thị Ấp", "001", datetime.date(2024, 9, 5), 0.855, 12, True, "dòng một\ndòng hai"])
    sheet.append(["Trần Văn Đước", "079", datetime.datetime(2024, 9, 30, 14, 30, 15), 0, -3.25, False, " lùi vào "])
    sheet.append([None, None, datetime.date(2000, 2, 29), 1, 1234567.891, None, '& <b> "ngoặc"'])
    for row in (3, 4, 5):
        sheet.cell(row, 2).number_format = "@"
        sheet.cell(row, 3).number_format = '"ngày" dd/mm/yyyy' if row != 4 else "dd/mm/yyyy hh:mm:ss"
        sheet.cell(row, 4).number_format = "0.0%"
    sheet["A7"] = "Cộng"
    sheet["D7"] = "=1/0"
    sheet["E7"] = "=SUM(E3:E5)"
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["F"].hidden = True
    for row in range(8, 60):
        sheet.cell(row, 1).font = openpyxl.styles.Font(bold=True)
    hidden = book.create_sheet("Ẩn")
    hidden["B2"] = "ẩn"
    hidden.sheet_state = "hidden"
    book.save(path)


def with_xlsxwriter(path):
    book = xlsxwriter.Workbook(path)
    book.set_properties({"created": FIXED})
    book.set_custom_property("mark", "dấu")
    bold = book.add_format({"bold": True})
    sheet = book.add_worksheet("Văn bản")
    sheet.write_rich_string(0, 0, "Nguyễn ", bold, " Thị ", "Ấp")
    sheet.write_string(0, 1, "001")
    sheet.write_datetime(1, 1, datetime.datetime(2024, 9, 5, 12, 30), book.add_format({"num_format": "[$-42A]dd/mm/yyyy hh:mm"}))
    sheet.write_number(1, 2, 0.5, book.add_format({"num_format": "0%"}))
    sheet.write_boolean(2, 2, True)
    sheet.write_formula(3, 0, "=1/0", None, "#DIV/0!")
    sheet.write_formula(3, 1, '="ấp"', None, "ấp")
    sheet.merge_range(4, 0, 5, 2, "gộp")
    sheet.write_string(6, 0, "_x000D_ _x1EA5_")
    sheet.write_string(1048575, 12, "góc")
    book.add_chartsheet("Biểu đồ").set_chart(_chart(book))
    book.add_worksheet("Ẩn").hide()
    book.close()


def _chart(book):
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "='Văn bản'!$C$1:$C$2"})
    return chart


def convert_all(folder, conversions):
    """Saves workbooks with LibreOffice under other formats, in this order."""
    jobs = [
        {"from": os.path.join(folder, source), "to": os.path.join(folder, target), "filter": name, "options": options}
        for source, target, name, options in conversions
    ]
    subprocess.run(["node", CONVERT, json.dumps(jobs)], check=True)


def main(folder):
    path = lambda name: os.path.join(folder, name)
    with_openpyxl(path("openpyxl.xlsx"))
    with_xlsxwriter(path("xlsxwriter.xlsx"))
    convert_all(os.path.abspath(folder), [
        ("openpyxl.xlsx", "libreoffice.xlsx", "Calc MS Excel 2007 XML", ""),
        ("libreoffice.xlsx", "libreoffice.xls", "MS Excel 97", ""),
        ("libreoffice.xlsx", "libreoffice.ods", "calc8", ""),
        ("libreoffice.xlsx", "libreoffice.html", "HTML (StarCalc)", ""),
        ("libreoffice.xlsx", "libreoffice-1258.csv", "Text - txt - csv (StarCalc)", "59,34,40,1"),
    ])


if __name__ == "__main__":
    main(sys.argv[1])
