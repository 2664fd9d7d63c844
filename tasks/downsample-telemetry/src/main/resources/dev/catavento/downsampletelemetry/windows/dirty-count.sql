SELECT count(*) FROM dirty
