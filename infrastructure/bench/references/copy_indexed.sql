\copy turbine FROM pstdin WITH (FORMAT csv, HEADER)
ALTER TABLE turbine ADD PRIMARY KEY (objectid);
CREATE INDEX ON turbine USING gist (location);
ANALYZE turbine;
