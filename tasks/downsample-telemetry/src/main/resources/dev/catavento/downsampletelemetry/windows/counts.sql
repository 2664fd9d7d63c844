-- Windows, silent turbines, values that statistics rest on, rows that came.
SELECT count(*) FILTER (w >= 0), count(*) FILTER (w < 0), coalesce(sum(0/*each*/ + ${n}/*end*/), 0)::BIGINT,
       (SELECT coalesce(sum(row_count), 0)::BIGINT FROM windows)
  FROM statistics
