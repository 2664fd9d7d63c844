CREATE TABLE exported (${columns})
