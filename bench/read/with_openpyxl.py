# The same as child.mjs, for openpyxl in its read-only mode.
import json, resource, sys, time

import openpyxl

start = time.perf_counter()
cells = 0
for path in sys.argv[2:]:
    workbook = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows(values_only=True):
            cells += sum(value is not None for value in row)
    workbook.close()
milliseconds = (time.perf_counter() - start) * 1000
megabytes = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
print(json.dumps({"milliseconds": milliseconds, "megabytes": megabytes, "cells": cells}))
