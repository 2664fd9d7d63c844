COPY (SELECT * EXCLUDE (number) FROM statistics WHERE number BETWEEN ${first} AND ${last} ORDER BY number, w)
  TO ${file} (FORMAT parquet, COMPRESSION zstd)
