# The same as child.mjs, for openpyxl in its read-only mode.
import json
import resource
import sys
import time

import openpyxl

start = time.perf_counter()
before = time.process_time()
cells = 0
for path in sys.argv[1:]:
    workbook = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows(values_only=True):
            cells += sum(value is not None for value in row)
    workbook.close()
elapsed = (time.perf_counter() - start) * 1000
processor = (time.process_time() - before) * 1000
megabytes = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
print(
    json.dumps(
        {
            "milliseconds": elapsed,
            "cpu": processor,
            "megabytes": megabytes,
            "result": {"cells": cells},
        }
    )
)
