# The same roll-up as an analyst at home in pandas would write it for these very files: rows
# read with openpyxl, repeated ones dropped, figures added up the units, a workbook for the
# province and one for each district. It knows the four lists and nothing of other layouts,
# mistakes, periods or versions.
# pandas_rollup.py SUBMISSIONS REGISTRY OUT
import json, os, re, resource, sys, time
from pathlib import Path

import pandas as pd

start = time.perf_counter()
SUBMISSIONS, REGISTRY, OUT = map(Path, sys.argv[1:4])
SKILLS = ["dịch vụ công", "mua sắm trực tuyến", "thanh toán điện tử", "an toàn mạng", "nền tảng khác"]
SKILL_IDS = ["skill_public_services", "skill_shopping", "skill_payment", "skill_safety", "skill_other"]
FORMS = {"chức vụ": "members", "địa chỉ": "households", "mức": "eid", "hình thức": "merchants"}


def clean(value):
    text = re.sub(r"\s+", " ", str(value or "")).strip().lower()
    return re.sub(r" *\(.*?\)$", "", text)


def read(path):
    """The four lists of a workbook, by form, with plain column names."""
    for rows in pd.read_excel(path, sheet_name=None, header=None, dtype=object).values():
        rows = rows.astype(object).where(rows.notna(), None)
        heads = rows.map(clean) if hasattr(rows, "map") else rows.applymap(clean)
        top = next(i for i in heads.index if heads.loc[i].isin(FORMS).any())
        names = [a if a and b == "" else b or a for a, b in zip(heads.loc[top], two_rows(heads, top))]
        form = next(FORMS[name] for name in names if name in FORMS)
        data = rows[rows[0].map(lambda n: isinstance(n, int)) & rows[1].map(lambda s: isinstance(s, str))]
        yield form, data.set_axis(names, axis=1).loc[:, lambda t: ~t.columns.duplicated()]


def two_rows(heads, top):
    below = heads.loc[top + 1] if top + 1 in heads.index else heads.loc[top]
    return [text if text in SKILLS else "" for text in below]


units = pd.read_csv(REGISTRY / "units.csv", dtype=str).set_index("code")
hamlets = units[units.level == "hamlet"]
path_of = {}
for code, row in hamlets.iterrows():
    commune = units.loc[row.parent]
    path_of[(units.loc[commune.parent]["name"], commune["name"], row["name"])] = code

tables = {form: [] for form in FORMS.values()}
for path in sorted(SUBMISSIONS.rglob("*.xlsx")):
    code = path_of[(path.parts[-3], path.parts[-2], path.stem)]
    for form, data in read(path):
        tables[form].append(data.assign(hamlet=code))
members, households, eid, merchants = (
    pd.concat(tables[form], ignore_index=True).sort_values("hamlet", kind="stable")
    for form in ["members", "households", "eid", "merchants"]
)

marked = lambda column: column.map(lambda v: clean(v) not in ("", "0", "không"))
level = eid["mức"].map(lambda v: re.sub(r"\D", "", str(v)).lstrip("0"))
eid = eid.assign(level=level)[level.isin(["1", "2"])].drop_duplicates("số định danh")
members = members.drop_duplicates(["hamlet", "họ và tên", "số điện thoại"])
households = households.drop_duplicates(["hamlet", "chủ hộ", "địa chỉ"])
known = merchants["mã số thuế"].notna()
merchants = pd.concat([
    merchants[known].drop_duplicates("mã số thuế"),
    merchants[~known].drop_duplicates(["hamlet", "tên hộ kinh doanh"]),
])
merchants = merchants[merchants["hình thức"].map(clean) != "tiền mặt"]

by = lambda table, mask=None: (table if mask is None else table[mask]).groupby("hamlet").size()
values = pd.DataFrame({
    "members": by(members),
    "members_female": by(members, members["giới tính"].map(clean) == "nữ"),
    "members_trained": by(members, marked(members["đã tập huấn"])),
    "members_zalo": by(members, marked(members["zalo oa"])),
    "households_assisted": by(households),
    **{name: by(households, marked(households[skill])) for name, skill in zip(SKILL_IDS, SKILLS)},
    "eid_level1": by(eid, eid.level == "1"),
    "eid_level2": by(eid, eid.level == "2"),
    "merchants_cashless": by(merchants),
}).reindex(hamlets.index).fillna(0).astype(int)
values["hamlets"] = 1
values["teams"] = (values.members > 0).astype(int)
values["eid_accounts"] = values.eid_level1 + values.eid_level2

levels = {"hamlet": values}
for below, above in [("hamlet", "commune"), ("commune", "district"), ("district", "province")]:
    levels[above] = levels[below].groupby(units.parent.reindex(levels[below].index).values).sum()
baselines = pd.read_csv(REGISTRY / "baselines.csv", dtype={"unit": str})
baselines = baselines.pivot_table(index="unit", columns="baseline", values="value", aggfunc="last")
for below, above in [("commune", "district"), ("district", "province")]:
    own = baselines[baselines.index.isin(levels[below].index)]
    sums = own.groupby(units.parent.reindex(own.index).values).sum()
    baselines = pd.concat([baselines, sums])
for name, table in levels.items():
    whole = baselines.reindex(table.index)
    table["team_coverage"] = table.teams / table.hamlets
    table["members_per_team"] = table.members / table.teams
    table["household_coverage"] = table.households_assisted / whole.households
    table["eid_rate"] = table.eid_accounts / whole.eligible_citizens
    table["cashless_rate"] = table.merchants_cashless / whole.merchants

os.makedirs(OUT, exist_ok=True)
long = pd.concat(levels, names=["level", "unit"]).reset_index().melt(["level", "unit"])
long.to_csv(OUT / "values.csv", index=False)
for province in levels["province"].index:
    with pd.ExcelWriter(OUT / f"tong-hop-{province}.xlsx") as book:
        for name, table in levels.items():
            table.to_excel(book, sheet_name=name)
for district in levels["district"].index:
    communes = [c for c in levels["commune"].index if units.parent[c] == district]
    with pd.ExcelWriter(OUT / f"huyen-{district}.xlsx") as book:
        levels["commune"].loc[communes].to_excel(book, sheet_name="commune")
        own = hamlets.parent[values.index].isin(communes)
        levels["hamlet"][own.values].to_excel(book, sheet_name="hamlet")

milliseconds = (time.perf_counter() - start) * 1000
megabytes = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
result = {k: int(v) for k, v in levels["province"].sum().items() if float(v).is_integer()}
print(json.dumps({"milliseconds": milliseconds, "megabytes": megabytes, "result": result}))
