-- One row a turbine and window, from the samples of a range of turbines. Sums are of whole thousandths: exact, in any order.
CREATE OR REPLACE TEMP TABLE windows AS
SELECT turbine, w, count(*) AS row_count, bit_count(bit_or(1::UBIGINT << (second // ${slot_seconds}))) AS slot_count,
       bool_or(off_grid) AS off_grid
/*each*/
       , count(x${i}) AS n${i}, min(x${i}) AS min${i}, max(x${i}) AS max${i},
       min(CASE WHEN x${i} IS NOT NULL THEN second END) AS first${i},
       max(CASE WHEN x${i} IS NOT NULL THEN second END) AS last${i}
/*end*/
/*each linear*/
       , sum(q${i}) AS s${i}, sum(q${i} * q${i}) AS t${i}, coalesce(bool_and(q${i} / 1e3 = x${i}), true) AS exact${i}
/*end*/
/*each circular*/
       , sum(c${i}.sin) AS s${i}, sum(c${i}.cos) AS t${i}, coalesce(bool_and(q${i} / 1e2 = x${i}), true) AS exact${i}
/*end*/
  FROM (SELECT turbine, ((at_us - ${day_start}) // 600000000)::SMALLINT AS w,
               ((at_us - ${day_start}) % 600000000 // 1000000)::SMALLINT AS second,
               at_us % ${cadence_us} <> 0 AS off_grid
/*each*/
               , x${i}
/*end*/
/*each linear*/
               , round(x${i} * 1e3) AS q${i}
/*end*/
/*each circular*/
               , round(x${i} * 1e2) AS q${i}
/*end*/
          FROM samples
         WHERE turbine BETWEEN ${first} AND ${last}
           AND at_us >= ${day_start} AND at_us < ${day_end}) AS sample
/*each circular*/
  LEFT JOIN circle AS c${i} ON c${i}.q = q${i}
/*end*/
 WHERE turbine IN (SELECT turbine FROM turbines)
 GROUP BY turbine, w
