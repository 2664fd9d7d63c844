CREATE OR REPLACE TEMP TABLE cleaned (
    number INTEGER, w SMALLINT
/*each*/
    , n${i} BIGINT, mean${i} DOUBLE, m2${i} DOUBLE, min${i} DOUBLE, max${i} DOUBLE,
    first${i} SMALLINT, last${i} SMALLINT, sin${i} DOUBLE, cos${i} DOUBLE
/*end*/
)
