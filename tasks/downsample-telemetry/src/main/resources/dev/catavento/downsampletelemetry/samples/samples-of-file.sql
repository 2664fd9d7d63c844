-- A file read in place; NaN is no value, minus zero is zero. Of a file of many days only the day's rows are samples.
CREATE VIEW samples AS
SELECT * FROM (
SELECT ${turbine} AS turbine, epoch_us(${stamp}) - ${shift_us} AS at_us
/*each*/
       , CASE WHEN NOT isnan(${value}) THEN ${value} + 0::DOUBLE END AS x${i}
/*end*/
  FROM ${relation}) AS row_of_file
 ${wanted}
