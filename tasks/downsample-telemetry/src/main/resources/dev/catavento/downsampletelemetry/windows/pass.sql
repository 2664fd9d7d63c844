-- A source's own statistics as they are: rows of one stamp that agree are one, values that disagree are none, and where a
-- source's cadence is finer than a window its rows are pooled, each with the same weight. Sums run in the order of time.
CREATE OR REPLACE TEMP TABLE windows AS
WITH given AS (
    SELECT number, turbine, at_us, ((at_us - ${day_start}) // 600000000)::SMALLINT AS w,
           ((at_us - ${day_start}) % 600000000 // 1000000)::SMALLINT AS second, count(*) AS row_count
/*each*/
           , CASE WHEN count(DISTINCT ${mean_x}) = 1 AND isfinite(min(${mean_x}))
                   AND min(${mean_x}) >= ${lowest} AND min(${mean_x}) <= ${highest} THEN min(${mean_x}) END AS mean${i},
           CASE WHEN count(DISTINCT ${std_x}) = 1 AND isfinite(min(${std_x})) AND min(${std_x}) >= 0
                THEN min(${std_x}) END AS std${i},
           CASE WHEN count(DISTINCT ${min_x}) = 1 AND isfinite(min(${min_x}))
                 AND min(${min_x}) >= ${lowest} THEN min(${min_x}) END AS min${i},
           CASE WHEN count(DISTINCT ${max_x}) = 1 AND isfinite(min(${max_x}))
                 AND min(${max_x}) <= ${highest} THEN min(${max_x}) END AS max${i},
           count(DISTINCT ${mean_x}) > 1 OR count(DISTINCT ${std_x}) > 1
                OR count(DISTINCT ${min_x}) > 1 OR count(DISTINCT ${max_x}) > 1 AS conflict${i},
           NOT isfinite(min(${mean_x})) OR min(${mean_x}) < ${lowest} OR min(${mean_x}) > ${highest} OR min(${std_x}) < 0
                OR min(${min_x}) < ${lowest} OR max(${max_x}) > ${highest} AS beyond${i}
/*end*/
      FROM samples JOIN turbines USING (turbine)
     WHERE turbine BETWEEN ${first} AND ${last} AND at_us >= ${day_start} AND at_us < ${day_end}
     GROUP BY number, turbine, at_us, rated)
SELECT number, turbine, w, sum(row_count)::BIGINT AS row_count, (sum(row_count) - count(*))::BIGINT AS repeated
/*each*/
       , count(mean${i}) AS n${i},
       list(mean${i} ORDER BY at_us) FILTER (mean${i} IS NOT NULL) AS means${i},
       list(std${i} ORDER BY at_us) FILTER (mean${i} IS NOT NULL) AS stds${i},
       min(min${i}) AS min${i}, max(max${i}) AS max${i},
       min(second) FILTER (mean${i} IS NOT NULL) AS first${i}, max(second) FILTER (mean${i} IS NOT NULL) AS last${i},
       count(*) FILTER (conflict${i}) AS conflicts${i}, count(*) FILTER (beyond${i} AND NOT conflict${i}) AS beyonds${i},
       min(at_us) FILTER (conflict${i}) AS conflict_at${i}, min(at_us) FILTER (beyond${i} AND NOT conflict${i}) AS beyond_at${i}
/*end*/
  FROM given GROUP BY number, turbine, w
