-- By turbine: how often, and the first instant in microseconds since 1970.
SELECT turbine, sum(${count})::BIGINT, min(${at}) FROM windows GROUP BY turbine HAVING sum(${count}) > 0
