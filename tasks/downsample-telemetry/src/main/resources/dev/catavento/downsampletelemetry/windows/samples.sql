-- The samples of the dirty windows.
SELECT turbine, at_us
/*each*/
       , x${i}
/*end*/
  FROM samples JOIN dirty USING (turbine)
 WHERE turbine BETWEEN ${first} AND ${last} AND at_us >= ${day_start} AND at_us < ${day_end}
   AND dirty.w = (at_us - ${day_start}) // 600000000
 ORDER BY turbine
