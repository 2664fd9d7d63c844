-- Rows were appended in the order that is wanted; one thread keeps it. ${…} stands inside quotes and is escaped.
COPY exported TO '${parquet}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 40960)
