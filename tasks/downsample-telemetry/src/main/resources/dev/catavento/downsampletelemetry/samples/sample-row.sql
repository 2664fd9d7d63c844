CREATE TABLE sample_row (attempt INTEGER, turbine VARCHAR, at_us BIGINT/*each*/, x${i} DOUBLE/*end*/)
