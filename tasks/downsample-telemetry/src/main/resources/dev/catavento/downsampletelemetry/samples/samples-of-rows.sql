-- What failed attempts have left counts for nothing.
CREATE VIEW samples AS SELECT * EXCLUDE attempt FROM sample_row WHERE attempt NOT IN (${failed})
