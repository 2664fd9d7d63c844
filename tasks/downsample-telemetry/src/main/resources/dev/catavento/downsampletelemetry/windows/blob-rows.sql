SELECT count(*) FROM statistics WHERE turbine BETWEEN ${first} AND ${last}
