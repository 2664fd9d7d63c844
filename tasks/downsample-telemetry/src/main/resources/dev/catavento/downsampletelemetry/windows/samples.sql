-- The samples of the dirty windows.
SELECT number, at_us
/*each*/
       , x${i}
/*end*/
  FROM samples JOIN turbines USING (turbine) JOIN dirty USING (number)
 WHERE turbine BETWEEN ${first} AND ${last} AND at_us >= ${day_start} AND at_us < ${day_end}
   AND dirty.w = (at_us - ${day_start}) // 600000000
 ORDER BY number
