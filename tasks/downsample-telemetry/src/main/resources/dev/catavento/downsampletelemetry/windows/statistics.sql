-- Clean windows by their sums, the others as the rules left them: one row each, in order; −1 stands for a silent turbine.
CREATE OR REPLACE TEMP TABLE statistics AS
WITH computed AS (
    SELECT turbine, w
/*each*/
           , n${i}, first${i}, last${i}
/*end*/
/*each linear*/
           , s${i} / (n${i} * 1e3) AS mean${i},
           (n${i} * t${i}::BIGINT - s${i}::BIGINT * s${i}::BIGINT)::DOUBLE / (n${i} * 1e3 * 1e3) AS m2${i},
           min${i}, max${i}, NULL::DOUBLE AS sin${i}, NULL::DOUBLE AS cos${i}
/*end*/
/*each circular*/
           , NULL::DOUBLE AS mean${i}, NULL::DOUBLE AS m2${i}, NULL::DOUBLE AS min${i}, NULL::DOUBLE AS max${i},
           s${i} AS sin${i}, t${i} AS cos${i}
/*end*/
      FROM windows ANTI JOIN dirty USING (turbine, w)
    UNION ALL BY NAME
    SELECT * FROM cleaned
    UNION ALL BY NAME
    SELECT turbine, -1::SMALLINT AS w FROM turbines
     WHERE turbine NOT IN (SELECT turbine FROM windows) AND turbine NOT IN (SELECT turbine FROM cleaned))
SELECT turbine, w
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
       , first${i} AS ${first_s}, last${i} AS ${last_s}
/*end*/
  FROM computed
