"""What a workbook of the roadmap carries so that it can be read back: where each line stood when it was written.

A sheet that is hidden holds, in its first row, `SHEET`, the version of this form, the meeting, epoch and seq of the log
and the language; in its second the names of columns; then each line's id, its version and its texts as written. What a
cell says now is compared with that, so that only what a person changed is asked for.
"""

SHEET = "plenaria"
FORM = 1

EDITABLE = (
    *("theme", "challenge", "position", "stability", "activity", "output", "mechanism", "alignment", "leads"),
    *("institution", "support", "quarter", "year", "milestone", "indicator", "baseline", "target", "verification"),
    *("cooperation", "amount", "status", "remarks"),
)
"""Columns of the roadmap that are read back."""

MAX_LINES = 2_000
