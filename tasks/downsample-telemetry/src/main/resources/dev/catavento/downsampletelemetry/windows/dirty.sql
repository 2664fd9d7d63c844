-- Windows in which a rule may have something to say: they are read again, sample by sample. All others are clean.
CREATE OR REPLACE TEMP TABLE dirty AS
WITH limited AS (
    SELECT windows.*, rated
/*each*/
           , ${lowest} AS lowest${i}, ${highest} AS highest${i}
/*end*/
      FROM windows JOIN turbines USING (turbine)),
odd AS (
    SELECT turbine, w FROM limited
     WHERE row_count > slot_count OR off_grid OR row_count > 1000
/*each*/
        OR NOT exact${i} OR min${i} < lowest${i} OR max${i} > highest${i}
        OR NOT isfinite(min${i}) OR NOT isfinite(max${i})
/*end*/
/*each linear*/
        OR t${i} > 9007199254740992
/*end*/
/*each wind_speed*/
        OR min${i} = 0 AND ${power} > '${producing}'::DOUBLE * rated
/*end*/
)
/*each can_stick*/
, still${i} AS (
    SELECT turbine, min(w) - 1 AS first_w, max(w) + 1 AS last_w
      FROM (SELECT turbine, w, min${i} AS value,
                   w - row_number() OVER (PARTITION BY turbine, min${i} ORDER BY w) AS stretch
              FROM limited
             WHERE n${i} > 0 AND min${i} = max${i} AND NOT (${may_stand}))
     GROUP BY turbine, value, stretch HAVING count(*) >= ${stuck_windows})
/*end*/
SELECT turbine, w FROM odd
/*each can_stick*/
UNION
SELECT turbine, w FROM windows JOIN still${i} USING (turbine) WHERE w BETWEEN first_w AND last_w
/*end*/
