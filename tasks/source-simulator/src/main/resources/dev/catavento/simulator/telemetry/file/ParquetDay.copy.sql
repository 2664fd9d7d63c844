-- Rows were appended in the order that is wanted, and DuckDB keeps it.
COPY sample TO '${parquet}' (FORMAT parquet, COMPRESSION zstd)
