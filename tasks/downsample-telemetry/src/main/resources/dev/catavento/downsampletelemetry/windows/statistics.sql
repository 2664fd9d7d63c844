-- Clean windows by their sums, the others as the rules left them: one row each; −1 stands for a silent turbine. Each blob
-- asks for its own turbines.
CREATE OR REPLACE TEMP VIEW statistics AS
WITH counted AS (
    SELECT *
/*each*/
           , coalesce(bit_count(slots${i})::BIGINT, 0) AS n${i}
/*end*/
      FROM windows ANTI JOIN dirty USING (number, w)),
computed AS (
    SELECT number, w
/*each*/
           , n${i}, ${slot_seconds} * (bit_count(xor(slots${i}, slots${i} - 1)) - 1)::INTEGER AS first${i},
           ${slot_seconds} * CASE WHEN slots${i} >= 1 << 30 THEN 30 + floor(log2(slots${i} >> 30))
                                  ELSE floor(log2(slots${i})) END AS last${i}
/*end*/
/*each linear*/
           , s${i} / (n${i} * ${steps_a_unit}) AS mean${i},
           (n${i} * t${i}::BIGINT - s${i}::BIGINT * s${i}::BIGINT)::DOUBLE / (n${i} * ${steps_a_unit} * ${steps_a_unit}) AS m2${i},
           min${i}, max${i}, NULL::DOUBLE AS sin${i}, NULL::DOUBLE AS cos${i}
/*end*/
/*each circular*/
           , NULL::DOUBLE AS mean${i}, NULL::DOUBLE AS m2${i}, NULL::DOUBLE AS min${i}, NULL::DOUBLE AS max${i},
           s${i} AS sin${i}, t${i} AS cos${i}
/*end*/
      FROM counted
    UNION ALL BY NAME
    SELECT * FROM cleaned
    UNION ALL BY NAME
    SELECT number, -1::SMALLINT AS w FROM turbines WHERE number NOT IN (SELECT number FROM windows))
SELECT number, turbine, w
/*each*/
       , coalesce(n${i}, 0)::SMALLINT AS ${n}
/*end*/
/*each linear*/
       , mean${i} AS ${mean}, m2${i} AS ${m2}, min${i} AS ${min}, max${i} AS ${max}
/*end*/
/*each circular*/
       , CASE WHEN n${i} > 0 AND sqrt(sin${i} * sin${i} + cos${i} * cos${i}) / n${i} / ${steps} >= '0.1'::DOUBLE
              THEN (degrees(atan2(sin${i}, cos${i})) + 360) % 360 END AS ${mean},
       NULL::DOUBLE AS ${m2}, NULL::DOUBLE AS ${min}, NULL::DOUBLE AS ${max},
       sin${i} / ${steps} AS ${sin}, cos${i} / ${steps} AS ${cos}
/*end*/
/*each*/
       , first${i}::SMALLINT AS ${first_s}, last${i}::SMALLINT AS ${last_s}
/*end*/
  FROM computed JOIN turbines USING (number)
