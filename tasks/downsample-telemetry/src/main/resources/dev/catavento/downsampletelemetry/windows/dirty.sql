-- Windows in which a rule may have something to say: they are read again, sample by sample. All others are clean.
CREATE OR REPLACE TEMP TABLE dirty AS
WITH limited AS (
    SELECT windows.*, rated
/*each*/
           , ${lowest} AS lowest${i}, ${highest} AS highest${i}
/*end*/
      FROM windows JOIN turbines USING (number)),
odd AS (
    SELECT number, w FROM limited
     WHERE row_count > bit_count(slots) OR NOT plain
/*each*/
        OR min${i} < lowest${i} OR max${i} > highest${i}
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
    SELECT number, min(w) - 1 AS first_w, max(w) + 1 AS last_w
      FROM (SELECT number, w, min${i} AS value,
                   w - row_number() OVER (PARTITION BY number, min${i} ORDER BY w) AS stretch
              FROM limited
             WHERE min${i} = max${i} AND NOT (${may_stand}))
     GROUP BY number, value, stretch HAVING count(*) >= ${stuck_windows})
/*end*/
SELECT number, w FROM odd
/*each can_stick*/
UNION
SELECT number, w FROM windows JOIN still${i} USING (number) WHERE w BETWEEN first_w AND last_w
/*end*/
