-- Those of a range, numbered in the order of their names: sums are grouped by number, which takes half of what names take.
CREATE OR REPLACE TEMP TABLE turbines (number INTEGER, turbine VARCHAR, rated DOUBLE)
