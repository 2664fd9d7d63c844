-- Rows come in the file's own order, which is that of turbine and window: one thread, and insertion order is kept.
SELECT ${columns} FROM read_parquet('${file}')
