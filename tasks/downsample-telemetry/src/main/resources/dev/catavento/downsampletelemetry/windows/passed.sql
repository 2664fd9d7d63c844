-- The statistics of pass.sql, one row a turbine and window; a deviation stands only where every row of the window has one.
CREATE OR REPLACE TEMP VIEW statistics AS
WITH pooled AS (
    SELECT number, w
/*each*/
           , n${i}, min${i}, max${i}, first${i}, last${i}, means${i}, stds${i}, list_sum(means${i}) / n${i} AS mean${i}
/*end*/
      FROM windows
    UNION ALL BY NAME
    SELECT number, -1::SMALLINT AS w FROM turbines WHERE number NOT IN (SELECT number FROM windows))
SELECT number, turbine, w
/*each*/
       , coalesce(n${i}, 0)::SMALLINT AS ${n}
/*end*/
/*each linear*/
       , mean${i} AS ${mean},
       CASE WHEN len(list_filter(stds${i}, lambda s: s IS NOT NULL)) = n${i} AND n${i} > 0
            THEN list_sum(list_transform(stds${i}, lambda s: s * s))
                 + list_sum(list_transform(means${i}, lambda m: (m - mean${i}) * (m - mean${i}))) END AS ${m2},
       min${i} AS ${min}, max${i} AS ${max}
/*end*/
/*each circular*/
       , CASE WHEN n${i} = 1 THEN means${i}[1]
              WHEN n${i} > 1 THEN (degrees(atan2(list_sum(list_transform(means${i}, lambda m: sin(radians(m)))),
                                                 list_sum(list_transform(means${i}, lambda m: cos(radians(m)))))) + 360) % 360
         END AS ${mean},
       NULL::DOUBLE AS ${m2}, NULL::DOUBLE AS ${min}, NULL::DOUBLE AS ${max},
       list_sum(list_transform(means${i}, lambda m: sin(radians(m)))) AS ${sin},
       list_sum(list_transform(means${i}, lambda m: cos(radians(m)))) AS ${cos}
/*end*/
/*each*/
       , first${i} AS ${first_s}, last${i} AS ${last_s}
/*end*/
  FROM pooled JOIN turbines USING (number)
