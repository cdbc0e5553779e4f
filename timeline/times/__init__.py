"""The calendar: days, dates of any precision, EDTF. Knows no documents."""
