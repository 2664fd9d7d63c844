-- Directions in hundredths of a degree, and their unit vectors in steps of a grid.
CREATE TABLE circle (q DOUBLE, sin DOUBLE, cos DOUBLE)
