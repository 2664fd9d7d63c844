-- By turbine: samples, those of other days, the earliest of these, those without a stamp. An interface that includes both ends of a period gives
-- the next day's first sample too: that one is no fault.
SELECT turbine, count(*), count(*) FILTER (at_us < ${day_start} OR at_us > ${day_end}),
       min(at_us) FILTER (at_us < ${day_start} OR at_us > ${day_end}), count(*) - count(at_us)
  FROM samples GROUP BY turbine
