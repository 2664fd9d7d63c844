-- One row a turbine and window, from the samples of a range of turbines. Sums are of whole thousandths: exact, in any order.
-- The slots of a window are bits; plain are windows whose samples all are on the grid and of exact values.
CREATE OR REPLACE TEMP TABLE windows AS
SELECT number, w, count(*) AS row_count, bit_or(slot) AS slots,
       bool_and(on_grid/*each*/ AND exact${i}/*end*/) AS plain
/*each*/
       , bit_or(CASE WHEN x${i} IS NOT NULL THEN slot END) AS slots${i}, min(x${i}) AS min${i}, max(x${i}) AS max${i}
/*end*/
/*each linear*/
       , sum(q${i}) AS s${i}, sum(q${i} * q${i}) AS t${i}
/*end*/
/*each circular*/
       , sum(c${i}.sin) AS s${i}, sum(c${i}.cos) AS t${i}
/*end*/
  FROM (SELECT number, w, 1::BIGINT << (p - ${slots_a_window} * w) AS slot, on_grid
/*each*/
               , x${i}, q${i}, q${i} / ${steps_a_unit} IS NOT DISTINCT FROM x${i} AS exact${i}
/*end*/
          FROM (SELECT number, p, (p // ${slots_a_window})::SMALLINT AS w, ${on_grid} AS on_grid
/*each*/
                       , x${i}, round(x${i} * ${steps_a_unit}) AS q${i}
/*end*/
                  FROM (SELECT number, us, (us // ${slot_us})::INTEGER AS p
/*each*/
                               , x${i}
/*end*/
                          FROM (SELECT number, at_us - ${day_start} AS us
/*each*/
                                       , x${i}
/*end*/
                                  FROM samples JOIN turbines USING (turbine)
                                 WHERE turbine BETWEEN ${first} AND ${last}) AS sample
                         WHERE us >= 0 AND us < ${day_us}) AS numbered) AS placed) AS slotted
/*each circular*/
  LEFT JOIN circle AS c${i} ON c${i}.q = q${i}
/*end*/
 GROUP BY number, w
