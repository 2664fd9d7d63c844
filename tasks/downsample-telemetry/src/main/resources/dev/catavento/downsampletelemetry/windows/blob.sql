COPY (SELECT * FROM statistics WHERE turbine BETWEEN ${first} AND ${last} ORDER BY turbine, w)
  TO ${file} (FORMAT parquet, COMPRESSION zstd)
