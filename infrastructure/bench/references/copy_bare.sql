\copy turbine FROM pstdin WITH (FORMAT csv, HEADER)
