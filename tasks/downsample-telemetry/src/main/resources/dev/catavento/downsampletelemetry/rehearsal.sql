CREATE TABLE samples AS
SELECT 'A' AS turbine, ${day_start} + 60000000::BIGINT * i AS at_us, (i % 13)::DOUBLE AS x0, 2000 + (i % 7)::DOUBLE AS x1
  FROM range(1440) AS minute(i)
